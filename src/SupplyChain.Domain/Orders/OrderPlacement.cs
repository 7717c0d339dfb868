using System.Collections.Immutable;
using SupplyChain.Inventory;
using SupplyChain.Network;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>Placing an order and finding its goods.</summary>
public sealed partial record Order
{
    /// <summary>After so many proposals that stock items refused, the rest waits instead.</summary>
    public const int MaxRounds = 8;

    /// <summary>Places it, with its first proposal in the same append. The same body again changes nothing.</summary>
    public static Decision<OrderEvent> Decide(Order order, OrderPlacing placing, SourcingPlan plan) =>
        Repeats(order, placing.Event.Digest) ?? [placing.Event, .. DecideSourced(placing.After, plan)];

    /// <summary>What placing answers without sourcing: null when the number is free.</summary>
    public static Decision<OrderEvent>? Repeats(Order order, string digest)
    {
        if (!order.Exists)
        {
            return null;
        }
        return order.Digest == digest
            ? Decision.Record<OrderEvent>([])
            : new Refused(Refusal.Conflict, "The order exists with another body.");
    }

    /// <summary>Whether stock is missing that fresher figures could show: not what is only kept for waiting
    /// lines.</summary>
    public static bool WorthAnotherLook(SourcingPlan plan) =>
        plan.Unallocated.Any(line => !BacklogMayHelp(line.Rejections));

    /// <summary>Whether units cannot be had at all, not even those that are kept for waiting lines.</summary>
    public static bool IsOutOfReach(SourcingPlan plan) =>
        plan.Unallocated.Length > 0 && !plan.Unallocated.Any(line => BacklogMayHelp(line.Rejections));

    /// <summary>A plan that finds nothing for anything undecided.</summary>
    public static SourcingPlan NothingOf(Order order) => new(
        [],
        [
            .. from line in order.Lines.Values
               where line.Undecided > 0
               select new SourcingShortfall(line.Line, line.Sku, line.Undecided, RejectedWarehouses.None),
        ],
        SourcingMethod.Greedy);

    /// <summary>What sourcing has to answer for the undecided units.</summary>
    public static SourcingProblem Problem(
        Order order, ImmutableArray<SkuAvailability> availability, ImmutableArray<SourcingWarehouse> warehouses,
        Func<Sku, double?> unitWeightKg) => new()
        {
            Lines =
        [
            .. from line in order.Lines.Values
               where line.Undecided > 0
               let onlyFrom = order.OnlyFrom(line)
               select new SourcingLine(line.Line, line.Sku, line.Undecided)
               {
                   Pinned = line.Pinned,
                   Scheduled = line.RequestedBy ?? order.RequestedBy,
                   UnitWeightKg = unitWeightKg(line.Sku),
                   OnlyFrom = onlyFrom is { } only ? [.. only] : null,
               },
        ],
            Date = order.SourcingDate,
            Availability = availability,
            Warehouses = warehouses,
            ShipTo = order.ShipTo!.Point(),
            AllowSplit = order.Policy.AllowSplit,
            MaxShipments = order.ShipmentsLeft,
            ShipComplete = order.Policy.ShipComplete,
            AlreadyUsed = [.. order.UnreleasedWarehouses],
        };

    /// <summary>Proposes what the plan found; the rest waits, or the order is rejected when it may not.</summary>
    public static Decision<OrderEvent> DecideSourced(Order order, SourcingPlan plan)
    {
        var missing = plan.Unallocated;
        if (order.MayNotWait && IsOutOfReach(plan))
        {
            return [Reject(missing.Where(line => !line.IsWithdrawn).Select(line => line.Line))];
        }
        var attempt = order.Attempt;
        var units = plan.Allocations.Select(a =>
            new ProposedUnits(a.Line, ++attempt, a.Sku, a.Warehouse, a.Quantity, a.Arrival, a.Why)).ToItems();
        var waiting = missing.Select(line =>
            new BackorderedUnits(line.Line, line.Sku, line.Quantity, line.Rejections)).ToItems();
        return Decision.Record<OrderEvent>(
        [
            .. units.Count > 0 ? [new AllocationProposed(units, plan.Method)] : Array.Empty<OrderEvent>(),
            .. waiting.Count > 0 ? [new Backordered(waiting)] : Array.Empty<OrderEvent>(),
            .. missing.Any(line => line.IsWithdrawn) ? [FoundShortOf(order, missing)] : Array.Empty<OrderEvent>(),
        ]);
    }

    /// <summary>Rejects an order that may not wait and has to, naming the lines that are short.</summary>
    public static Decision<OrderEvent> DecideRejected(Order order) =>
        order.Lines.Values.All(line => line.Backordered == 0) ? [] : [Reject(order.Short.Select(line => line.Line))];

    /// <summary>What the stock items answered to the proposal.</summary>
    public static Decision<OrderEvent> DecideReserved(Order order, IReadOnlySet<int> reserved)
    {
        var proposed = order.Allocations.Where(a => a.State == AllocationState.Proposed).ToItems();
        if (order.Policy.ShipComplete && proposed.Any(a => !reserved.Contains(a.Key.Attempt)))
        {
            return [new AllocationAbandoned(reserved.Order().ToItems())];
        }
        return
        [
            new Allocated(proposed
                .Where(a => reserved.Contains(a.Key.Attempt))
                .Select(a => new AllocatedUnits(a.Line, a.Key.Attempt, a.Sku, a.Warehouse, a.Quantity))
                .ToItems()),
        ];
    }

    /// <summary>The lines that wait and do not stand by.</summary>
    private IEnumerable<OrderLine> Short => Lines.Values.Where(line => line is { Backordered: > 0, StandsBy: false });

    /// <summary>The only warehouses a line may be served from; null for all.</summary>
    private Items<WarehouseId>? OnlyFrom(OrderLine line)
    {
        var own = line.Pinned is { } pinned ? [pinned]
            : Policy.AllowSplit ? []
            : Of(line.Line).Select(a => a.Warehouse).Distinct().ToItems();
        if (ShipmentsLeft is not { } left)
        {
            return own.Count > 0 ? own : null;
        }
        var used = UnreleasedWarehouses.Order().ToItems();
        if (used.Count < left)
        {
            return own.Count > 0 ? own : null;
        }
        return left == 0 ? [] : own.Count > 0 ? own.Intersect(used).ToItems() : used;
    }

    private static Rejected Reject(IEnumerable<int> lines)
    {
        var short_ = lines.Order().ToItems();
        return new(
            Refusal.InsufficientStock.Code(),
            $"Not enough stock for line {string.Join(", ", short_)}, and backorder is not allowed.", short_);
    }

    /// <summary>The lines that are short, of those that wait already and those that will.</summary>
    private static FoundShort FoundShortOf(Order order, IEnumerable<SourcingShortfall> missing)
    {
        var now = missing.Where(line => !line.IsWithdrawn);
        return new(order.Short.Select(line => line.Line).Union(now.Select(line => line.Line)).Order().ToItems());
    }

    private static bool BacklogMayHelp(RejectedWarehouses rejections) =>
        rejections.Others.ContainsKey(RejectionReason.Rationed)
        || rejections.Rejected.Any(candidate => candidate.Reason == RejectionReason.Rationed);
}
