using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>
/// A customer's order. Per line, always: quantity = undecided + allocations (proposed, held, shipped) + backordered +
/// cancelled.
/// </summary>
/// <remarks>
/// What is still to be done for it follows from its state alone (<see cref="Next"/>), so it can be taken up after any
/// crash.
/// </remarks>
public sealed partial record Order : IAggregate<Order, OrderEvent>
{
    /// <inheritdoc/>
    public static string Kind => "order";

    /// <inheritdoc/>
    public static int StateSchema => 2;

    /// <inheritdoc/>
    public static Order Initial { get; } = new();

    /// <summary>Its number; meaningless before it was placed.</summary>
    public OrderId Number { get; init; }

    /// <summary>Who ordered.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>Where it goes; null before it was placed.</summary>
    public OrderAddress? ShipTo { get; init; }

    /// <summary>1 (highest) to 5.</summary>
    public int Priority { get; init; }

    /// <summary>Requested delivery date: the latest day wanted.</summary>
    public DateOnly? RequestedBy { get; init; }

    /// <summary>When it was ordered; null when unknown.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>When it was recorded: its age in the backlog.</summary>
    [JsonPropertyName("acceptedAt")]
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>What the customer accepts.</summary>
    public FulfilmentPolicy Policy { get; init; } = new();

    /// <summary>Of the original body, to tell a repeat from a conflict.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Its lines by number.</summary>
    public OrderLines Lines { get; init; } = OrderLines.Empty;

    /// <summary>Where units come from.</summary>
    public Items<Allocation> Allocations { get; init; }

    /// <summary>Its shipments by number.</summary>
    public ImmutableSortedDictionary<string, OrderShipment> Shipments { get; init; } =
        ImmutableSortedDictionary.Create<string, OrderShipment>(StringComparer.Ordinal);

    /// <summary>Reservations given up, in whole or in part, that stock items have still to reduce.</summary>
    [JsonPropertyName("releasing")]
    public Items<ReleasedReservation> GivingUp { get; init; }

    /// <summary>Grants that have still to be given back.</summary>
    public Items<ReturnedGrant> Returning { get; init; }

    /// <summary>Grants of which units were dropped before the order took them over.</summary>
    public Items<ReservationLoss> LostAhead { get; init; }

    /// <summary>Better places for reserved units, while their stock items have not answered; they stand beside the
    /// allocations and are no part of what the order has.</summary>
    public Items<Allocation> Moving { get; init; }

    /// <summary>What is left of the allocations that <see cref="Moving"/> replaces.</summary>
    public Items<KeptUnits> MovingFrom { get; init; }

    /// <summary>Which lines closings moved, the newest per warehouse.</summary>
    public Items<WarehouseLeave> Leaves { get; init; }

    /// <summary>Why it was rejected.</summary>
    public Rejected? Rejection { get; init; }

    /// <summary>The number of the last attempt at a reservation.</summary>
    public int Attempt { get; init; }

    /// <summary>Proposals since it was last at rest.</summary>
    public int Rounds { get; init; }

    /// <summary>Whether it was decided once: from then on it is never silently rejected.</summary>
    [JsonPropertyName("accepted")]
    public bool FirstDecided { get; init; }

    /// <summary>Its version.</summary>
    public long Version { get; init; }

    /// <summary>Whether it exists.</summary>
    public bool Exists => ShipTo is not null;

    /// <summary>The date its sourcing counts from.</summary>
    public DateOnly SourcingDate => DateOnly.FromDateTime((PlacedAt ?? RecordedAt).Date);

    /// <summary>
    /// The date a line counts against: its own, else the order's, else the first promise; once all of it has left, what
    /// that was then.
    /// </summary>
    public DateOnly? Scheduled(OrderLine line) =>
        line.HasLeft ? line.ScheduledWhenLeft : line.RequestedBy ?? RequestedBy ?? line.FirstPromise;

    /// <summary>Warehouses that serve it now or have served it.</summary>
    public IEnumerable<WarehouseId> UsedWarehouses => Allocations.Select(allocation => allocation.Warehouse).Distinct();

    /// <summary>Warehouses that it concerns: those that serve it or have, and those that its lines wait for
    /// alone.</summary>
    public IEnumerable<WarehouseId> ConcernedWarehouses => UsedWarehouses.Concat(
        Lines.Values.Where(line => line.Backordered > 0).Select(line => line.Pinned).OfType<WarehouseId>());

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Order state) =>
        Next(state) is FulfilmentStep.Rest ? SupplyChain.UnfinishedWork.None : SupplyChain.UnfinishedWork.Own;

    /// <inheritdoc/>
    public static bool IsSettled(Order state) =>
        state.Exists && state.Allocations.All(allocation => allocation.State == AllocationState.Shipped)
        && state.Status is OrderStatus.Delivered or OrderStatus.Cancelled or OrderStatus.Rejected
        && Next(state) is FulfilmentStep.Rest;

    private IEnumerable<Allocation> Of(int line) => Allocations.Where(allocation => allocation.Line == line);

    /// <summary>Units of a line's allocations, whatever became of them.</summary>
    private long UnitsOf(int line)
    {
        var units = 0L;
        foreach (var allocation in Allocations.AsSpan())
        {
            units += allocation.Line == line ? allocation.Quantity : 0;
        }
        return units;
    }

    /// <summary>Units of a line's allocations in a state.</summary>
    private long UnitsOf(int line, AllocationState state)
    {
        var units = 0L;
        foreach (var allocation in Allocations.AsSpan())
        {
            units += allocation.Line == line && allocation.State == state ? allocation.Quantity : 0;
        }
        return units;
    }

    /// <summary>Units of all allocations in a state.</summary>
    private long Units(AllocationState state)
    {
        var units = 0L;
        foreach (var allocation in Allocations.AsSpan())
        {
            units += allocation.State == state ? allocation.Quantity : 0;
        }
        return units;
    }

    private bool HasProposals
    {
        get
        {
            foreach (var allocation in Allocations.AsSpan())
            {
                if (allocation.State == AllocationState.Proposed)
                {
                    return true;
                }
            }
            return false;
        }
    }

    private bool InUndispatchedShipment(Allocation allocation) =>
        allocation.Shipment is { } shipment && Shipments[shipment.Value].Undispatched;
}
