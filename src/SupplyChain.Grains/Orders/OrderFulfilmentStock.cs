using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Steps towards stock items and backlogs.</summary>
internal sealed partial class OrderFulfilment
{
    private IBacklogActor Backlog(Sku sku) => grains.GetGrain<IBacklogActor>(GrainKey.Of(Tenant, sku));

    private IStockActor Stock(StockItemId item) => grains.GetGrain<IStockActor>(GrainKey.Of(Tenant, item));

    private async Task SourceAgain()
    {
        var undecided = State.Lines.Values.Where(line => line.Undecided > 0).Select(line => (line.Sku, line.Pinned));
        var sourcing = new OrderSourcing(grains, Tenant);
        await sourcing.Ask(undecided, Point(State.ShipTo!), fresh: true);
        var plan = sourcing.Plan(State);
        Record(order => Order.DecideSourced(order, order.Rounds < Order.MaxRounds ? plan : Order.NothingOf(order)));
    }

    private async Task Reserve()
    {
        var reserved = await Ask(State.Allocations.Where(units => units.State == AllocationState.Proposed));
        Record(state => Order.DecideReserved(state, reserved));
    }

    /// <summary>Asks stock items to reserve; answers the attempts that they agreed to.</summary>
    private async Task<HashSet<int>> Ask(IEnumerable<Allocation> proposed)
    {
        var order = State;
        var answers = await Task.WhenAll(proposed.Select(async units =>
        {
            var reply = await Stock(units.StockItem).Reserve(new(
                units.Key, units.Quantity, order.Priority, order.AcceptedAt));
            return (units.Key.Attempt, reply.Outcome);
        }));
        return answers.Where(answer => answer.Outcome == ReserveOutcome.Reserved)
            .Select(answer => answer.Attempt).ToHashSet();
    }

    /// <summary>Asks better places to reserve. What the order has stays reserved until all of them have.</summary>
    private async Task Move()
    {
        var reserved = await Ask(State.Moving);
        Record(state => Order.DecideMoved(state, reserved));
    }

    private async Task ReleaseReservations()
    {
        var releasing = State.Releasing;
        var freed = await Task.WhenAll(releasing.GroupBy(release => release.StockItem).Select(async group =>
        {
            var reply = await Stock(group.Key).Reduce(new(
                group.Select(release => new KeepReserved(release.Key, release.Keep)).ToItems()));
            // What comes free in a closed warehouse cannot be used; when it opens, the queue is served from it.
            var open = (await map.FindAsync(Tenant, group.Key.Warehouse))?.Status == WarehouseStatus.Open;
            return open && reply.Value is { Rationed: true } ? group.Key.Sku : (Sku?)null;
        }));
        foreach (var sku in freed.Where(sku => sku is not null).Distinct())
        {
            await Backlog(sku!.Value).Replenish();
        }
        Record(order => Order.DecideReleased(order, releasing));
    }

    private Task QueueWaitingLines() => Task.WhenAll(State.ToQueue().ToList().Select(async waiting =>
    {
        var (sku, command) = waiting;
        var backlog = Backlog(sku);
        var reply = await backlog.Queue(command);
        Record(order => Order.DecideQueued(order, command));
        await TakeGrants(backlog, sku, reply.Grants.Where(grant => grant.Owner == State.Number));
    }));

    /// <summary>Takes units that a backlog reserved for its waiting lines.</summary>
    public async Task TakeGrants(Sku sku)
    {
        var backlog = Backlog(sku);
        var offered = await backlog.GrantsOf(State.Number);
        await TakeGrants(backlog, sku, offered.Grants);
    }

    private async Task TakeGrants(IBacklogActor backlog, Sku sku, IEnumerable<BacklogGrant> offered)
    {
        var grants = offered.Select(LineGrant.Of).ToItems();
        if (grants.Count == 0)
        {
            return;
        }
        Record(order => Order.DecideGranted(order, sku, grants));
        await Recorded();
        await Settle(backlog, sku, grants);
    }

    /// <summary>The backlog forgets grants that the order holds; those it gives back come later.</summary>
    private async Task Settle(IBacklogActor backlog, Sku sku, IEnumerable<LineGrant> grants)
    {
        var returning = State.Returning.Where(grant => grant.StockItem.Sku == sku)
            .Select(grant => grant.Key.Attempt).ToHashSet();
        var held = grants.Select(grant => grant.Attempt).Where(attempt => !returning.Contains(attempt)).ToItems();
        if (held.Count > 0)
        {
            await backlog.Settle(new(State.Number, held, Returned: false));
        }
    }

    private async Task ReturnGrants()
    {
        var returning = State.Returning[0].StockItem.Sku;
        var grants = State.Returning.Where(grant => grant.StockItem.Sku == returning).ToItems();
        await Task.WhenAll(grants.GroupBy(grant => grant.StockItem).Select(group =>
            Stock(group.Key).Reduce(new(group.Select(grant => new KeepReserved(grant.Key, 0)).ToItems()))));
        var attempts = grants.Select(grant => grant.Key.Attempt).ToItems();
        await Backlog(returning).Settle(new(State.Number, attempts, Returned: true));
        Record(order => Order.DecideReturned(order, returning, attempts));
    }

    /// <summary>The point that distances of an address are measured to.</summary>
    public static ShipToPoint? Point(OrderAddress address) =>
        address.Point() is { } point ? new(point.Latitude, point.Longitude) : null;
}
