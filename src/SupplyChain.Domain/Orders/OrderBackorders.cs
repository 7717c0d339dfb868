using SupplyChain.Inventory;
using SupplyChain.Network;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>Taking what the backlog reserved for waiting lines.</summary>
public sealed partial record Order
{
    /// <summary>
    /// Takes grants over, each at most once: what the line can still use and the policy allows. A ship-complete order
    /// takes nothing here; it claims whole lines together (<see cref="DecideClaimed"/>).
    /// </summary>
    public static Decision<OrderEvent> DecideGranted(Order order, Sku sku, Items<BacklogGrant> grants)
    {
        var left = order.Lines.Values.ToDictionary(line => line.Line, line => line.Backordered);
        var warehouses = order.UsedWarehouses.ToHashSet();
        var accepted = new List<AcceptedGrant>();
        foreach (var grant in New(order, grants).OrderBy(grant => grant.Attempt))
        {
            var taken = order.Policy.ShipComplete || !order.MayUse(grant, accepted, warehouses)
                ? 0
                : Math.Min(grant.Quantity, left.GetValueOrDefault(grant.Line));
            if (taken > 0)
            {
                left[grant.Line] -= taken;
                warehouses.Add(grant.Warehouse);
            }
            accepted.Add(Accept(grant, taken));
        }
        return accepted.Count == 0 ? [] : [new GrantsAccepted(sku, accepted.ToItems())];
    }

    /// <summary>Takes the grants of a ship-complete order when they serve all that waits; else gives all of them
    /// back.</summary>
    public static Decision<OrderEvent> DecideClaimed(Order order, IReadOnlyCollection<(Sku Sku, BacklogGrant Grant)> claimed)
    {
        var offered = New(order, claimed.Select(claim => claim.Grant))
            .ToLookup(grant => grant.Line, grant => grant.Quantity);
        var complete = order.Lines.Values.All(line => offered[line.Line].Sum() >= line.Backordered);
        var left = order.Lines.Values.ToDictionary(line => line.Line, line => complete ? line.Backordered : 0);
        return Decision.Record<OrderEvent>(
        [
            .. from claim in claimed
               group claim.Grant by claim.Sku into grants
               select new GrantsAccepted(grants.Key, New(order, grants).Select(Take).ToItems()),
        ]);

        AcceptedGrant Take(BacklogGrant grant)
        {
            var taken = Math.Min(grant.Quantity, left[grant.Line]);
            left[grant.Line] -= taken;
            return Accept(grant, taken);
        }
    }

    /// <summary>Of the lines that wait these are short; the others stand by until they are not.</summary>
    public static Decision<OrderEvent> DecideFoundShort(Order order, IReadOnlyCollection<int> lines)
    {
        var waiting = order.Lines.Values.Where(line => line.Backordered > 0).ToList();
        var known = waiting.Select(line => line.Line).Where(lines.Contains).ToItems();
        return known.Count == 0 || waiting.All(line => line.StandsBy != known.Contains(line.Line))
            ? []
            : [new FoundShort(known)];
    }

    /// <summary>The order as if nobody had decided on what waits, to source all of it together.</summary>
    public static Order Undecide(Order order) => order with
    {
        Lines = order.Lines.ToBuilder().Map(line => line with { Undecided = line.Backordered, Backordered = 0 }),
    };

    /// <summary>The backlog has the units of these grants again.</summary>
    public static Decision<OrderEvent> DecideReturned(Order order, Sku sku, Items<int> attempts) =>
        [new GrantsReturned(sku, attempts)];

    private static IEnumerable<BacklogGrant> New(Order order, IEnumerable<BacklogGrant> grants)
    {
        var known = order.Allocations.Select(a => a.Key)
            .Concat(order.Returning.Select(grant => grant.Key))
            .Concat(order.Releasing.Select(release => release.Key))
            .ToHashSet();
        return grants
            .Where(grant => grant.Order == order.Number
                && order.Lines.TryGetValue(grant.Line, out var line) && grant.Attempt > line.GrantSeen
                && !known.Contains(KeyOf(grant)))
            .Select(grant => order.LostAhead.FirstOrDefault(drop => drop.Key == KeyOf(grant)) is { } drop
                ? grant with { Quantity = Math.Min(grant.Quantity, drop.Kept) }
                : grant);
    }

    private static ReservationKey KeyOf(BacklogGrant grant) =>
        new(grant.Order, grant.Line, ReservationOrigin.Backlog, grant.Attempt);

    private static AcceptedGrant Accept(BacklogGrant grant, long taken) =>
        new(grant.Line, grant.Attempt, grant.Warehouse, grant.Quantity, taken, grant.Arrival, grant.Why);

    private bool MayUse(BacklogGrant grant, List<AcceptedGrant> accepted, HashSet<WarehouseId> warehouses)
    {
        if (!Lines.TryGetValue(grant.Line, out var line) || (line.Pinned ?? grant.Warehouse) != grant.Warehouse)
        {
            return false;
        }
        var own = Of(grant.Line).Select(a => a.Warehouse)
            .Concat(accepted.Where(a => a.Line == grant.Line && a.Taken > 0).Select(a => a.Warehouse));
        return (Policy.AllowSplit || own.All(warehouse => warehouse == grant.Warehouse))
            && (warehouses.Contains(grant.Warehouse) || Policy.MaxShipments is not { } most || warehouses.Count < most);
    }
}
