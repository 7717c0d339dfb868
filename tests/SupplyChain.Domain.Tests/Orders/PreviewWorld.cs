using System.Collections.Immutable;
using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>
/// Orders, stock items and backlogs that do what they are asked, by their own decisions, one order after the other:
/// what a look ahead says of an order must be what then happens here.
/// </summary>
internal sealed class PreviewWorld
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.Date);
    private static readonly Sku[] Skus = ["PUMP", "HOSE"];
    private static readonly OrderAddress Address = new("FR", null, null, null, null, null);
    private static readonly ImmutableDictionary<WarehouseId, SourcingWarehouse> Places = new SourcingWarehouse[]
    {
        new("BER", new(52.5, 13.4), 3), new("PAR", new(48.9, 2.4), 3), new("ROM", new(41.9, 12.5), 2),
    }.ToImmutableDictionary(place => place.Warehouse);

    private readonly Dictionary<StockItemId, StockItem> _stock = [];
    private readonly Dictionary<Sku, Backlog> _backlogs = Skus.ToDictionary(sku => sku, _ => Backlog.Initial);
    private readonly SortedDictionary<string, Order> _orders = new(StringComparer.Ordinal);
    private readonly HashSet<WarehouseId> _closed = [];

    public PreviewWorld(Random chance)
    {
        foreach (var item in Skus.SelectMany(_ => Places.Keys, (sku, place) => new StockItemId(sku, place)))
        {
            _stock[item] = StockItem.Initial;
            if (chance.Next(14) is > 0 and var units)
            {
                var received = new ReceiveStock("R", 0, units, OccurredAt.Now, Repeat.No);
                Do(item, stock => StockItem.Decide(stock, received, Now));
            }
        }
    }

    public IReadOnlyCollection<Order> Orders => _orders.Values;

    public IEnumerable<StockItemId> Items => _stock.Keys;

    public static OrderOutlook Quoted(PreviewWorld world, OrderId number, PlaceOrder command) =>
        new(Placing(number, command).After, world.Picture(), Today, Now, new HashSet<ShipmentId>());

    public void Place(OrderId number, PlaceOrder command)
    {
        var placing = Placing(number, command);
        _orders[number.Value] = Order.Initial;
        Do(number, order => Order.Decide(order, placing, Picture().Plan(placing.After)));
        ComeToRest(number);
        TellOthers();
    }

    private static OrderPlacing Placing(OrderId number, PlaceOrder command) =>
        OrderPlacing.Of(number, command, Address, number.Value, Now);

    public OrderOutlook Outlook(OrderId number) =>
        new(_orders[number.Value], Picture(), Today, Now, new HashSet<ShipmentId>());

    public Order Carry(OrderId number, Func<Order, Decision<OrderEvent>> decide)
    {
        Do(number, decide);
        ComeToRest(number);
        TellOthers();
        return _orders[number.Value];
    }

    /// <summary>A stock item loses units; answers who lost reservations.</summary>
    public Items<DroppedReservation> Lose(StockItemId item, long units)
    {
        var lost = Do(item, stock => StockItem.Decide(
            stock, new AdjustStock("A", -Math.Min(units, stock.OnHand), "gone", OccurredAt.Now, Repeat.No), Now));
        return lost.OfType<StockEvent.ReservationsDropped>().SelectMany(drops => drops.Dropped)
            .Select(loss => loss.ToContract()).ToItems();
    }

    public void Close(WarehouseId warehouse) => _closed.Add(warehouse);

    /// <summary>The stock as an actor would see it that looks.</summary>
    public StockPicture Picture() => Skus.Aggregate(
        StockPicture.Empty with { Warehouses = Places },
        (picture, sku) => picture.With(sku, new ProductPicture(
            [
                .. Places.Keys.Order().Select(place => (place, Stock: _stock[new(sku, place)])).Select(one =>
                    new StockCandidate(
                        one.place, one.Stock.OnHand - one.Stock.Reserved, _backlogs[sku].IsRationed,
                        !_closed.Contains(one.place))),
            ],
            ImmutableSortedDictionary<RejectionReason, int>.Empty, 2, ProductPicture.EmptyQueue))
            .WithWaiting(sku, _backlogs[sku].Queue.Values.Select(line => line.ToContract()).ToItems()));

    /// <summary>What an order has and misses, for comparing.</summary>
    public static IEnumerable<string> Standing(Order order) => order.Lines.Values
        .Select(line => $"{line.Line}: {line.Quantity} -{line.Cancelled} ~{line.Backordered}")
        .Concat(order.Allocations.Where(_ => order.Rejection is null)
            .GroupBy(held => (held.Line, held.Warehouse)).Where(held => held.Any(part => part.Quantity > 0))
            .Select(held => $"{held.Key.Line}: {held.Sum(part => part.Quantity)}@{held.Key.Warehouse}").Order());

    private Decision<OrderEvent> Do(OrderId number, Func<Order, Decision<OrderEvent>> decide)
    {
        var decision = decide(_orders[number.Value]);
        _orders[number.Value] = decision.Aggregate(
            _orders[number.Value], (state, @event) => Order.Evolve(state, @event, Now));
        return decision;
    }

    private Decision<StockEvent> Do(StockItemId item, Func<StockItem, Decision<StockEvent>> decide)
    {
        var decision = decide(_stock[item]);
        _stock[item] = decision.Aggregate(_stock[item], (state, @event) => StockItem.Evolve(state, @event, Now));
        return decision;
    }

    private void Do(Sku sku, Func<Backlog, Decision<BacklogEvent>> decide) => _backlogs[sku] = decide(_backlogs[sku])
        .Aggregate(_backlogs[sku], (state, @event) => Backlog.Evolve(state, @event, Now));

    private void ComeToRest(OrderId number)
    {
        for (var steps = 0; Order.Next(_orders[number.Value]) is var step and not FulfilmentStep.Rest; steps++)
        {
            steps.Should().BeLessThan(100);
            Take(number, step);
        }
    }

    private void Take(OrderId number, FulfilmentStep step)
    {
        var order = _orders[number.Value];
        switch (step)
        {
            case FulfilmentStep.GiveUpReservations:
                foreach (var release in order.GivingUp)
                {
                    Reduce(release.StockItem, new(release.Key, release.Keep));
                }
                foreach (var sku in order.GivingUp.Where(release => !_closed.Contains(release.StockItem.Warehouse))
                    .Select(release => release.StockItem.Sku).Distinct())
                {
                    Serve(sku);
                }
                Do(number, state => Order.DecideGivenUp(state, order.GivingUp));
                break;
            case FulfilmentStep.Reserve:
                var agreed = Reserve(order, order.Allocations.Where(one => one.State == AllocationState.Proposed));
                Do(number, state => Order.DecideReserved(state, agreed));
                break;
            case FulfilmentStep.Move:
                var moved = Reserve(order, order.Moving);
                Do(number, state => Order.DecideMoved(state, moved));
                break;
            case FulfilmentStep.Source:
                Do(number, state => Order.DecideSourced(state, Picture().Plan(state)));
                break;
            case FulfilmentStep.Queue:
                foreach (var (sku, command) in order.ToQueue().ToList())
                {
                    Do(sku, backlog => Backlog.Decide(backlog, command));
                    Serve(sku);
                    Do(number, state => Order.DecideQueued(state, command));
                    TakeGrants(number, sku);
                }
                break;
            case FulfilmentStep.ReturnGrants:
                var returned = order.Returning[0].StockItem.Sku;
                var grants = order.Returning.Where(grant => grant.StockItem.Sku == returned).ToList();
                grants.ForEach(grant => Reduce(grant.StockItem, new(grant.Key, 0)));
                var attempts = grants.Select(grant => grant.Key.Attempt).ToItems();
                Do(returned, backlog => Backlog.Decide(
                    backlog, new SettleGrants(number, attempts, Settlement.GivenBack)));
                Serve(returned);
                Do(number, state => Order.DecideReturned(state, returned, attempts));
                break;
            case FulfilmentStep.Reject:
                Do(number, Order.DecideRejected);
                break;
            case FulfilmentStep.WithdrawIncrease:
                Do(number, Order.DecideIncreaseWithdrawn);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{step}");
        }
    }

    private HashSet<int> Reserve(Order order, IEnumerable<Allocation> units)
    {
        var agreed = new HashSet<int>();
        foreach (var one in units.ToList())
        {
            var command = new ReserveStock(one.Key, one.Quantity, order.Priority, order.RecordedAt);
            var rationed = _backlogs[one.Sku].IsRationed;
            if (StockItem.Answer(_stock[one.StockItem], command, rationed) == ReserveOutcome.Reserved)
            {
                agreed.Add(one.Key.Attempt);
            }
            Do(one.StockItem, stock => StockItem.Decide(stock, command, rationed));
        }
        return agreed;
    }

    private void Reduce(StockItemId item, KeepReserved keep) =>
        Do(item, stock => StockItem.Decide(stock, new ReduceReservations([keep])));

    private void Serve(Sku sku)
    {
        var supply = Places.Values.Select(place =>
        {
            var stock = _stock[new(sku, place.Warehouse)];
            return new BacklogSupply(
                place.Warehouse, stock.OnHand - stock.Reserved, !_closed.Contains(place.Warehouse), place.Location,
                place.PriorityBand);
        }).ToList();
        Do(sku, backlog => Backlog.DecideGrants(backlog, sku, supply, 2, Today, new HashSet<DemandOwner>()));
        var reserved = new HashSet<int>();
        foreach (var grant in _backlogs[sku].Proposed.Values.ToList())
        {
            var waiting = _backlogs[sku].Find(grant.Demand)!;
            var key = new ReservationKey(grant.Owner, grant.Line, ReservationOrigin.Backlog, grant.Attempt);
            var command = new ReserveStock(key, grant.Quantity, waiting.Priority, waiting.Since);
            Do(new StockItemId(sku, grant.Warehouse), stock => StockItem.Decide(stock, command, isRationed: true))
                .Should().NotBeEmpty();
            reserved.Add(grant.Attempt);
        }
        if (reserved.Count > 0)
        {
            Do(sku, backlog => Backlog.DecideReserved(backlog, reserved));
        }
    }

    private void TakeGrants(OrderId number, Sku sku)
    {
        var grants = _backlogs[sku].UnsettledOf(number);
        Do(number, order => Order.DecideGranted(order, sku, grants));
        var returning = _orders[number.Value].Returning.Select(grant => grant.Key.Attempt).ToHashSet();
        Do(sku, backlog => Backlog.Decide(backlog, new SettleGrants(
            number, grants.Select(grant => grant.Attempt).Where(one => !returning.Contains(one)).ToItems(),
            Settlement.TakenOver)));
    }

    /// <summary>News of the backlogs, to everybody else, until there is none.</summary>
    private void TellOthers()
    {
        for (var rounds = 0; _backlogs.Values.Any(backlog => !backlog.Unsettled.IsEmpty); rounds++)
        {
            rounds.Should().BeLessThan(100);
            foreach (var (sku, owner) in Skus.SelectMany(sku =>
                _backlogs[sku].Unsettled.Values.Select(grant => (sku, grant.Owner)).Distinct()).ToList())
            {
                TakeGrants(owner.Id, sku);
                ComeToRest(owner.Id);
            }
        }
    }
}
