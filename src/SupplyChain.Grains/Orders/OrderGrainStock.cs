using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Steps towards stock items and backlogs.</summary>
public sealed partial class OrderGrain
{
    private IBacklogActor Backlog(Sku sku) => GrainFactory.GetGrain<IBacklogActor>(GrainKey.Of(Tenant, sku));

    private IStockActor Stock(StockItemId item) => GrainFactory.GetGrain<IStockActor>(GrainKey.Of(Tenant, item));

    /// <summary>
    /// The refusal of lines that cannot be ordered: unknown products or warehouses, a closed pinned warehouse. Null
    /// when all can; <paramref name="sourcing"/> then knows their stock.
    /// </summary>
    private async Task<OrderReply?> NotOrderable(
        OrderSourcing sourcing, IReadOnlyList<(int Index, PlaceOrderLine Line)> lines, ShipToPoint? shipTo) =>
        await OrderableLines.Check(sourcing, id => map.FindAsync(Tenant, id), lines, shipTo) switch
        {
            null => null,
            { Refused: { } refused } => new()
            {
                Status = ReplyStatus.Refused,
                Refusal = refused.Reason,
                Message = refused.Message,
            },
            { Faults: var faults } => Answer.Invalid<OrderReply, OrderDetails>(faults),
        };

    /// <summary>
    /// The first plan of a new order, from what <paramref name="sourcing"/> learned of its lines; before anything waits
    /// or is rejected, the stock items are asked themselves. An order that exists needs none.
    /// </summary>
    private async Task<SourcingPlan> FirstPlan(OrderSourcing sourcing, PlaceOrder command, OrderAddress address)
    {
        if (State.Exists)
        {
            return new([], [], SourcingMethod.Exact);
        }
        var preview = Order.Preview(Id, command, address, Now);
        var plan = sourcing.Plan(preview);
        if (Order.WorthAnotherLook(plan))
        {
            await sourcing.Ask(command.Lines.Select(line => (line.Sku, line.Warehouse)), Point(command.ShipTo), fresh: true);
            plan = sourcing.Plan(preview);
        }
        return plan;
    }

    private async Task SourceAgain()
    {
        var undecided = State.Lines.Values.Where(line => line.Undecided > 0).Select(line => (line.Sku, line.Pinned));
        var sourcing = new OrderSourcing(GrainFactory, Tenant);
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
        await TakeGrants(backlog, sku, reply.Grants.Where(grant => grant.Order == State.Number).ToItems());
    }));

    private async Task TakeGrants(IBacklogActor backlog, Sku sku, Items<BacklogGrant> grants)
    {
        if (grants.Count == 0)
        {
            return;
        }
        Record(order => Order.DecideGranted(order, sku, grants));
        await Recorded();
        await Settle(backlog, sku, grants);
    }

    /// <summary>The backlog forgets grants that the order holds; those it gives back come later.</summary>
    private async Task Settle(IBacklogActor backlog, Sku sku, IEnumerable<BacklogGrant> grants)
    {
        var returning = State.Returning.Where(grant => grant.StockItem.Sku == sku).Select(grant => grant.Key.Attempt).ToHashSet();
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

    private static ShipToPoint? Point(ShipTo shipTo) =>
        Point(new OrderAddress(shipTo.Country, shipTo.Latitude, shipTo.Longitude, shipTo.Unlocode, null, null));

    private static ShipToPoint? Point(OrderAddress address) =>
        address.Point() is { } point ? new(point.Latitude, point.Longitude) : null;
}
