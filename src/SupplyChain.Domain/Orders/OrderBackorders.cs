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
    public static Decision<OrderEvent> DecideGranted(Order order, Sku sku, Items<LineGrant> grants)
    {
        var known = New(order, grants).OrderBy(grant => grant.Attempt).ToList();
        var left = order.Lines.Values.ToDictionary(line => line.Line, line => line.Backordered);
        var taken = order.Policy.ShipComplete ? [] : order.Usable(known, left);
        var accepted = known.Select(grant => Accept(grant, taken.GetValueOrDefault(KeyOf(grant)))).ToList();
        return accepted.Count == 0 ? [] : [new GrantsAccepted(sku, accepted.ToItems())];
    }

    /// <summary>Takes the grants of a ship-complete order when they serve all that waits, within what the policy
    /// allows; else gives all of them back.</summary>
    public static Decision<OrderEvent> DecideClaimed(
        Order order, IReadOnlyCollection<(Sku Sku, LineGrant Grant)> claimed)
    {
        var left = order.Lines.Values.ToDictionary(line => line.Line, line => line.Backordered);
        var taken = order.Usable(New(order, claimed.Select(claim => claim.Grant)), left);
        var complete = left.Values.All(units => units == 0);
        return Decision.Record<OrderEvent>(
        [
            .. from claim in claimed
               group claim.Grant by claim.Sku into grants
               select new GrantsAccepted(grants.Key, New(order, grants)
                   .Select(grant => Accept(grant, complete ? taken[KeyOf(grant)] : 0)).ToItems()),
        ]);
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

    /// <summary>The order as if what waits were undecided, to source all of it together.</summary>
    public static Order Undecide(Order order) => order with
    {
        Lines = order.Lines.Map(line => line with { Undecided = line.Backordered, Backordered = 0 }),
    };

    /// <summary>The backlog has the units of these grants again.</summary>
    public static Decision<OrderEvent> DecideReturned(Order order, Sku sku, Items<int> attempts) =>
        [new GrantsReturned(sku, attempts)];

    private static IEnumerable<LineGrant> New(Order order, IEnumerable<LineGrant> grants)
    {
        var known = order.Allocations.Select(a => a.Key)
            .Concat(order.Returning.Select(grant => grant.Key))
            .Concat(order.GivingUp.Select(release => release.Key))
            .ToHashSet();
        return grants
            .Where(grant => grant.Owner == order.Number
                && order.Lines.TryGetValue(grant.Line, out var line) && grant.Attempt > line.GrantSeen
                && !known.Contains(KeyOf(grant)))
            .Select(grant => order.LostAhead.FirstOrDefault(drop => drop.Key == KeyOf(grant)) is { } drop
                ? grant with { Quantity = Math.Min(grant.Quantity, drop.Kept) }
                : grant);
    }

    private static ReservationKey KeyOf(LineGrant grant) =>
        new(grant.Owner, grant.Line, ReservationOrigin.Backlog, grant.Attempt);

    private static AcceptedGrant Accept(LineGrant grant, long taken) =>
        new(grant.Line, grant.Attempt, grant.Warehouse, grant.Quantity, taken, grant.Arrival, grant.Why);

    /// <summary>What the order can take of grants, one after the other, by attempt; less is <paramref name="left"/>
    /// then.</summary>
    private Dictionary<ReservationKey, long> Usable(IEnumerable<LineGrant> grants, Dictionary<int, long> left)
    {
        var warehouses = UnreleasedWarehouses.ToHashSet();
        var own = Allocations.Select(a => (a.Line, a.Warehouse)).ToHashSet();
        var taken = new Dictionary<ReservationKey, long>();
        foreach (var grant in grants)
        {
            var units = MayUse(grant, own, warehouses)
                ? Math.Min(grant.Quantity, left.GetValueOrDefault(grant.Line))
                : 0;
            if (units > 0)
            {
                left[grant.Line] -= units;
                warehouses.Add(grant.Warehouse);
                own.Add((grant.Line, grant.Warehouse));
            }
            taken[KeyOf(grant)] = units;
        }
        return taken;
    }

    private bool MayUse(
        LineGrant grant, HashSet<(int Line, WarehouseId Warehouse)> own, HashSet<WarehouseId> warehouses)
    {
        if (!Lines.TryGetValue(grant.Line, out var line) || (line.Pinned ?? grant.Warehouse) != grant.Warehouse)
        {
            return false;
        }
        return (Policy.AllowSplit || own.All(at => at.Line != grant.Line || at.Warehouse == grant.Warehouse))
            && (ShipmentsLeft is not { } left || warehouses.Count < left
                || (left > 0 && warehouses.Contains(grant.Warehouse)));
    }
}
