using System.Collections.Immutable;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal;

/// <summary>What follows from a decision: the sagas, carried out at once.</summary>
internal sealed partial class World
{
    /// <summary>Serves waiting lines of a product from what is there.</summary>
    public void Replenish(string sku)
    {
        var supply = _stockItems.Where(item => item.Sku == sku).Select(item => new BacklogSupply(
            item.Warehouse, Stock(sku, item.Warehouse.Value).Available, IsOpen(item.Warehouse), null, 3)).ToArray();
        Do<Backlog, BacklogEvent>(sku, backlog => Backlog.DecideGrants(
            backlog, sku, supply, null, Today, new HashSet<DemandOwner>()));
        var grants = State<Backlog, BacklogEvent>(sku).Proposed.Values.ToArray();
        foreach (var grant in grants)
        {
            Reserve(
                new(sku, grant.Warehouse), new(grant.Owner, grant.Line, ReservationOrigin.Backlog, grant.Attempt),
                grant.Quantity);
        }
        Do<Backlog, BacklogEvent>(sku, backlog => Backlog.DecideReserved(
            backlog, grants.Select(g => g.Attempt).ToHashSet()));
        foreach (var granted in grants.GroupBy(grant => grant.Owner))
        {
            Do<Order, OrderEvent>(granted.Key.Id, order => Orders.Order.DecideGranted(
                order, sku, granted.ToItems()));
            Do<Backlog, BacklogEvent>(sku, backlog => Backlog.Decide(
                backlog, new SettleGrants(
                    granted.Key, granted.Select(grant => grant.Attempt).ToItems(), Settlement.TakenOver)));
            Settle(granted.Key.Id);
        }
        Ration(sku);
    }

    private DateOnly Today => DateOnly.FromDateTime(Now.Date);

    private static OrderAddress AddressOf(ShipTo shipTo) =>
        new(shipTo.Country, shipTo.Latitude, shipTo.Longitude, shipTo.Unlocode, null, null);

    private bool IsOpen(WarehouseId warehouse) => State<Warehouse, WarehouseEvent>(warehouse.Value).Closure is null;

    private SourcingPlan Plan(Order order)
    {
        var availability = order.Lines.Values.Select(line => line.Sku).Distinct().Select(sku => new SkuAvailability(
            sku, [.. _stockItems.Where(item => item.Sku == sku).Select(item => Candidate(item))])).ToImmutableArray();
        var warehouses = _warehouses.Select(id => new SourcingWarehouse(id, null, 3)).ToImmutableArray();
        return Sourcing.Plan(Orders.Order.Problem(order, availability, warehouses, _ => null));
    }

    private StockCandidate Candidate(StockItemId item)
    {
        var stock = Stock(item.Sku.Value, item.Warehouse.Value);
        return new(item.Warehouse, stock.Available, stock.Rationed, IsOpen(item.Warehouse));
    }

    private bool Reserve(StockItemId item, ReservationKey key, long quantity)
    {
        var command = new ReserveStock(key, quantity, 3, Now);
        var rationed = State<StockItem, StockEvent>(item.ToString()).Rationed; // as its sourcing sees it
        var outcome = StockItem.Answer(State<StockItem, StockEvent>(item.ToString()), command, rationed);
        Do<StockItem, StockEvent>(item.ToString(), stock => StockItem.Decide(stock, command, rationed));
        return outcome == ReserveOutcome.Reserved;
    }

    /// <summary>Does what an order has to do next until there is nothing left.</summary>
    private void Settle(string number)
    {
        while (Orders.Order.Next(Order(number)) is var step && step != FulfilmentStep.Rest)
        {
            Step(number, Order(number), step);
        }
    }

    private void Step(string number, Order order, FulfilmentStep step)
    {
        switch (step)
        {
            case FulfilmentStep.GiveUpReservations:
                foreach (var release in order.GivingUp)
                {
                    Do<StockItem, StockEvent>(release.StockItem.ToString(), stock => StockItem.Decide(
                        stock, new ReduceReservations([new(release.Key, release.Keep)])));
                }
                Do<Order, OrderEvent>(number, state => Orders.Order.DecideGivenUp(state, order.GivingUp));
                break;
            case FulfilmentStep.Reserve:
                var reserved = order.Allocations
                    .Where(a => a.State == AllocationState.Proposed && Reserve(a.StockItem, a.Key, a.Quantity))
                    .Select(a => a.Key.Attempt).ToHashSet();
                Do<Order, OrderEvent>(number, state => Orders.Order.DecideReserved(state, reserved));
                break;
            case FulfilmentStep.Source:
                Do<Order, OrderEvent>(number, state => Orders.Order.DecideSourced(state, Plan(state)));
                break;
            case FulfilmentStep.Queue:
                Queue(number, order);
                break;
            case FulfilmentStep.Reject:
                Do<Order, OrderEvent>(number, Orders.Order.DecideRejected);
                break;
            case FulfilmentStep.PlanShipments:
                PlanShipments(number, order);
                break;
            case FulfilmentStep.FlagShipments:
                var told = order.Shipments.Values.Where(shipment => shipment.Flag is not null).ToArray();
                foreach (var shipment in told)
                {
                    Do<Shipment, ShipmentEvent>(shipment.Plan.Id.Value, state => Shipments.Shipment.Decide(
                        state, shipment.Flag!.ToContract()));
                }
                Do<Order, OrderEvent>(number, state => Orders.Order.DecideFlagged(
                    state, told.Select(s => s.Plan.Id).ToItems()));
                break;
            case FulfilmentStep.WithdrawShipments:
                var withdrawn = order.ShipmentsToWithdraw().Select(shipment => shipment.Plan.Id).ToList();
                foreach (var id in withdrawn)
                {
                    Do<Shipment, ShipmentEvent>(
                        id.Value, state => Shipments.Shipment.Decide(state, new CancelShipment("gone")));
                }
                Do<Order, OrderEvent>(number, state => Orders.Order.DecideWithdrawn(state, withdrawn, []));
                break;
            case FulfilmentStep.ReviseShipments:
                var revised = order.ShipmentsToRevise().ToList();
                foreach (var shipment in revised)
                {
                    Do<Shipment, ShipmentEvent>(shipment.Plan.Id.Value, state => Shipments.Shipment.Decide(
                        state, order.RevisionOf(shipment, null) with { DistanceKm = 300 }));
                }
                Do<Order, OrderEvent>(number, state => Orders.Order.DecideRevised(
                    state, revised.Select(shipment => shipment.Plan.Id).ToItems()));
                break;
            default:
                throw new NotSupportedException($"{step}");
        }
    }

    private void Queue(string number, Order order)
    {
        foreach (var (sku, command) in order.ToQueue().ToArray())
        {
            Do<Backlog, BacklogEvent>(sku.Value, backlog => Backlog.Decide(backlog, command));
            Ration(sku.Value);
            Do<Order, OrderEvent>(number, state => Orders.Order.DecideQueued(state, command));
        }
    }

    /// <summary>Marks the stock items as release 0.1 did while lines waited.</summary>
    private void Ration(string sku)
    {
        var rationed = !State<Backlog, BacklogEvent>(sku).Queue.IsEmpty;
        foreach (var item in _stockItems.Where(item => item.Sku == sku))
        {
            Do<StockItem, StockEvent>(item.ToString(), stock => stock.Rationed == rationed ? []
                : rationed ? [new StockEvent.Rationed()] : [new StockEvent.RationingEnded()]);
        }
        Do<Backlog, BacklogEvent>(sku, backlog => backlog.Rationed == rationed ? []
            : rationed ? [new BacklogEvent.RationingStarted()] : [new BacklogEvent.RationingEnded()]);
    }

    private void PlanShipments(string number, Order order)
    {
        var planned = order.Shipments.Values.Where(s => s.State == OrderShipmentState.Planning).ToArray();
        foreach (var shipment in planned)
        {
            Do<Shipment, ShipmentEvent>(shipment.Plan.Id.Value, state => Shipments.Shipment.Decide(
                state, order.PlanOf(shipment, null) with { DistanceKm = 300 }, Now));
        }
        Do<Order, OrderEvent>(number, state => Orders.Order.DecidePlanned(
            state, planned.Select(s => s.Plan.Id).ToItems(), []));
    }

    private void Issue(string shipment)
    {
        if (!Shipment(shipment).NeedsIssue())
        {
            return;
        }
        var issued = new List<IssuedUnits>();
        var left = Shipment(shipment).Progress()!.DispatchedAt is { } at ? OccurredAt.At(at) : OccurredAt.Unknown;
        foreach (var goods in Shipment(shipment).Plan!.Lines.GroupBy(line => line.Sku).ToArray())
        {
            var lines = goods.Select(line => new IssueGoodsLine(line.Reservation, line.Quantity)).ToItems();
            var decided = Do<StockItem, StockEvent>(
                new StockItemId(goods.Key, Shipment(shipment).Plan!.Warehouse).ToString(),
                stock => StockItem.Decide(stock, new IssueGoods(shipment, lines, left, Repeat.No), Now),
                $"shipment/{shipment}/{Shipment(shipment).Reversals}");
            issued.AddRange(((StockEvent.Moved)decided[0]).Consumed!.Value);
        }
        Do<Shipment, ShipmentEvent>(shipment, state => Shipments.Shipment.DecideIssued(state, issued.ToItems()));
    }

    private void TakeBack(string shipment)
    {
        if (!Shipment(shipment).NeedsReversal())
        {
            return;
        }
        var (plan, issue, reversals) = (
            Shipment(shipment).Plan!, Shipment(shipment).Issue!, Shipment(shipment).Reversals);
        var skus = plan.Lines.ToDictionary(line => line.Reservation, line => line.Sku);
        foreach (var goods in issue.Lines.GroupBy(line => skus[line.Reservation]))
        {
            Do<StockItem, StockEvent>(
                new StockItemId(goods.Key, plan.Warehouse).ToString(),
                stock => StockItem.Decide(stock, new ReturnGoods(
                    shipment, goods.Select(units => units.ToContract()).ToItems(), reversals)),
                $"shipment/{shipment}/return/{reversals}");
        }
        Do<Shipment, ShipmentEvent>(shipment, Shipments.Shipment.DecideReversed);
    }

    /// <summary>The order hears of its shipment.</summary>
    private void Tell(string shipment)
    {
        var progress = Shipment(shipment).Progress()!;
        var number = Shipment(shipment).Plan!.Owner.Id;
        Do<Order, OrderEvent>(number, order => Orders.Order.Decide(order, shipment, progress));
        Do<Shipment, ShipmentEvent>(shipment, state => Shipments.Shipment.Decide(
            state, new ConfirmProgress(progress.Version)));
        Settle(number);
    }

    private void TellDrops(StockItemId item)
    {
        var dropped = State<StockItem, StockEvent>(item.ToString()).Dropped.Values
            .Select(loss => loss.ToContract()).ToArray();
        foreach (var drops in dropped.GroupBy(drop => drop.Key.Owner))
        {
            Do<Order, OrderEvent>(drops.Key.Id, order => Orders.Order.Decide(
                order, new LoseReservations(item, drops.ToItems())));
            Settle(drops.Key.Id);
        }
        Do<StockItem, StockEvent>(item.ToString(), stock => StockItem.Decide(
            stock, new ConfirmDropped(dropped.ToItems())));
    }
}
