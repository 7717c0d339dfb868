using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;

namespace SupplyChain.Orders;

/// <summary>Steps towards the supplies of its products.</summary>
internal sealed partial class OrderFulfilment
{
    private ISupplyActor Supply(Sku sku) => grains.Actor<ISupplyActor>(GrainKey.Of(Tenant, sku));

    private async Task SourceAgain()
    {
        var undecided = State.Lines.Values.Where(line => line.Undecided > 0).Select(line => (line.Sku, line.Pinned));
        var sourcing = new OrderSourcing(grains, Tenant);
        await sourcing.Ask(undecided, Point(State.ShipTo!), Freshness.Confirmed);
        var plan = sourcing.Plan(State);
        Record(order => Order.DecideSourced(order, order.Rounds < Order.MaxRounds ? plan : Order.NothingOf(order)));
    }

    private async Task Reserve()
    {
        var reserved = await Ask(State.Allocations.Where(units => units.State == AllocationState.Proposed));
        Record(state => Order.DecideReserved(state, reserved));
    }

    /// <summary>Asks each product's supply once to reserve; answers the attempts that were.</summary>
    private async Task<HashSet<int>> Ask(IEnumerable<Allocation> proposed)
    {
        var order = State;
        var reserved = await Task.WhenAll(proposed.GroupBy(units => units.Sku).Select(async product =>
        {
            var outcomes = await Supply(product.Key).Reserve(product.Select(units => new AtWarehouse<ReserveStock>(
                units.Warehouse, new(units.Key, units.Quantity, order.Priority, order.RecordedAt))).ToItems());
            return product.Zip(outcomes).Where(answer => answer.Second == ReserveOutcome.Reserved)
                .Select(answer => answer.First.Key.Attempt);
        }));
        return reserved.SelectMany(attempts => attempts).ToHashSet();
    }

    /// <summary>Asks better places to reserve. What the order has stays reserved until all of them have.</summary>
    private async Task Move()
    {
        var reserved = await Ask(State.Moving);
        Record(state => Order.DecideMoved(state, reserved));
    }

    private async Task GiveUpReservations()
    {
        var givingUp = State.GivingUp;
        await Task.WhenAll(givingUp.GroupBy(one => one.StockItem.Sku)
            .Select(product => Supply(product.Key).Reduce(Reductions(
                product.Select(one => (one.StockItem, new KeepReserved(one.Key, one.Keep)))))));
        Record(order => Order.DecideGivenUp(order, givingUp));
    }

    private static Items<AtWarehouse<ReduceReservations>> Reductions(
        IEnumerable<(StockItemId Item, KeepReserved Keep)> all) =>
        all.GroupBy(one => one.Item.Warehouse, one => one.Keep)
            .Select(place => new AtWarehouse<ReduceReservations>(place.Key, new(place.ToItems()))).ToItems();

    private Task QueueWaitingLines() => Task.WhenAll(State.ToQueue().ToList().Select(async waiting =>
    {
        var (sku, command) = waiting;
        var reply = await Supply(sku).Queue(command);
        Record(order => Order.DecideQueued(order, command));
        await TakeGrants(sku, reply.Grants.Where(grant => grant.Owner == State.Number));
    }));

    /// <summary>Takes units that a backlog reserved for its waiting lines.</summary>
    public async Task TakeGrants(Sku sku)
    {
        await TakeGrants(sku, (await Supply(sku).GrantsOf(State.Number)).Grants);
    }

    private async Task TakeGrants(Sku sku, IEnumerable<BacklogGrant> offered)
    {
        var grants = offered.Select(LineGrant.Of).ToItems();
        if (grants.Count == 0)
        {
            return;
        }
        Record(order => Order.DecideGranted(order, sku, grants));
        await Recorded();
        await Settle(sku, grants);
    }

    /// <summary>The backlog forgets grants that the order holds; those it gives back come later.</summary>
    private async Task Settle(Sku sku, IEnumerable<LineGrant> grants)
    {
        var returning = State.Returning.Where(grant => grant.StockItem.Sku == sku)
            .Select(grant => grant.Key.Attempt).ToHashSet();
        var held = grants.Select(grant => grant.Attempt).Where(attempt => !returning.Contains(attempt)).ToItems();
        if (held.Count > 0)
        {
            await Supply(sku).Settle(new(State.Number, held, Settlement.TakenOver));
        }
    }

    private async Task ReturnGrants()
    {
        var returning = State.Returning[0].StockItem.Sku;
        var grants = State.Returning.Where(grant => grant.StockItem.Sku == returning).ToItems();
        await Supply(returning).Reduce(
            Reductions(grants.Select(grant => (grant.StockItem, new KeepReserved(grant.Key, 0)))));
        var attempts = grants.Select(grant => grant.Key.Attempt).ToItems();
        await Supply(returning).Settle(new(State.Number, attempts, Settlement.GivenBack));
        Record(order => Order.DecideReturned(order, returning, attempts));
    }

    /// <summary>The point that distances of an address are measured to.</summary>
    public static ShipToPoint? Point(OrderAddress address) =>
        address.Point() is { } point ? new(point.Latitude, point.Longitude) : null;
}
