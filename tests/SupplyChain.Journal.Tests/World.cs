using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal;

/// <summary>A small supply chain that runs on the domain alone: every decision goes to a journal in memory.</summary>
internal sealed partial class World(string tenant = "demo", MemoryJournal? journal = null)
{
    private readonly Dictionary<StreamId, object> _states = [];
    private readonly List<StockItemId> _stockItems = [];
    private readonly List<WarehouseId> _warehouses = [];

    public MemoryJournal Journal { get; } = journal ?? new();

    public TenantId Tenant { get; } = tenant;

    /// <summary>Moves on by a second with every decision.</summary>
    public DateTimeOffset Now { get; set; } = Appending.Now;

    public TState State<TState, TEvent>(string id)
        where TState : class, IAggregate<TState, TEvent> where TEvent : class =>
        (TState)_states.GetValueOrDefault(new(Tenant, TState.Kind, id), TState.Initial);

    public Order Order(string number) => State<Order, OrderEvent>(number);

    public Shipment Shipment(string id) => State<Shipment, ShipmentEvent>(id);

    public StockItem Stock(string sku, string warehouse) => State<StockItem, StockEvent>($"{sku}@{warehouse}");

    /// <summary>Decides and records.</summary>
    public Decision<TEvent> Do<TState, TEvent>(string id, Func<TState, Decision<TEvent>> decide, string? cause = null)
        where TState : class, IAggregate<TState, TEvent> where TEvent : class
    {
        Now = Now.AddSeconds(1);
        var decision = decide(State<TState, TEvent>(id));
        if (!decision.Accepted)
        {
            throw new RefusedException($"{id} was refused: {decision.Message}");
        }
        if (decision.Count > 0)
        {
            var state = decision.Aggregate(
                State<TState, TEvent>(id), (s, e) => TState.Evolve(s, e, JournalTime.Cut(Now)));
            var stream = new StreamId(Tenant, TState.Kind, id);
            _states[stream] = state;
            Journal.Append(stream, decision, TState.UnfinishedWork(state), Now, cause);
        }
        return decision;
    }

    public void Warehouse(string id, double? latitude = null, double? longitude = null)
    {
        if (!_warehouses.Contains(id))
        {
            _warehouses.Add(id);
        }
        Do<Warehouse, WarehouseEvent>(id, state => Network.Warehouse.Decide(
            state, new PutWarehouse($"Warehouse {id}", latitude, longitude)));
    }

    public void Close(string warehouse) => Do<Warehouse, WarehouseEvent>(
        warehouse, state => Network.Warehouse.Decide(state, new CloseWarehouse("flood"), Now));

    public void FinishClosing(string warehouse) => Do<Warehouse, WarehouseEvent>(
        warehouse, state => Network.Warehouse.Decide(state, new RecordClosing(state.ClosedAtVersion, 2, 0, true)));

    public void Open(string warehouse) => Do<Warehouse, WarehouseEvent>(
        warehouse, state => Network.Warehouse.Decide(state, new OpenWarehouse("dry"), Now));

    public void Product(string sku) => Do<Product, ProductEvent>(
        sku, state => Inventory.Product.Decide(state, new PutProduct($"Product {sku}")));

    public void Receive(string receipt, string warehouse, params (string Sku, long Quantity)[] lines)
    {
        var items = lines.Select(line => new ReceiptLine(line.Sku, line.Quantity)).ToItems();
        Do<Receipt, ReceiptEvent>(receipt, state => Receipt.Decide(state, new(warehouse, items), "digest", Now));
        for (var i = 0; i < lines.Length; i++)
        {
            var (index, id) = (i, new StockItemId(lines[i].Sku, warehouse));
            if (!_stockItems.Contains(id))
            {
                _stockItems.Add(id);
            }
            Do<StockItem, StockEvent>(id.ToString(), stock => StockItem.Decide(
                stock, new ReceiveStock(receipt, index, lines[index].Quantity, default, Repeat.No), Now),
                $"receipt/{receipt}/{i}");
        }
        Do<Receipt, ReceiptEvent>(receipt, Receipt.DecidePosted);
    }

    public void Adjust(string adjustment, string warehouse, string sku, long delta)
    {
        Do<Adjustment, AdjustmentEvent>(adjustment, state => Adjustment.Decide(
            state, new(warehouse, sku, delta, "count"), "digest", Now));
        var item = new StockItemId(sku, warehouse);
        Do<StockItem, StockEvent>(item.ToString(), stock => StockItem.Decide(
            stock, new AdjustStock(adjustment, delta, "count", default, Repeat.No), Now), $"adjustment/{adjustment}");
        Do<Adjustment, AdjustmentEvent>(adjustment, Adjustment.DecidePosted);
        TellDrops(item);
    }

    public void Place(string number, PlaceOrder order)
    {
        var placing = OrderPlacing.Of(number, order, AddressOf(order.ShipTo), "digest", Now);
        Do<Order, OrderEvent>(number, state => Orders.Order.Decide(state, placing, Plan(placing.After)));
        Settle(number);
    }

    public void Place(string number, string sku, long quantity) => Place(number, OrderOf(sku, quantity));

    public static PlaceOrder OrderOf(string sku, long quantity, string? pinned = null, Money? value = null) => new(
        "CUST-1", new("FR"), [new(1, sku, quantity, pinned is null ? default(WarehouseId?) : pinned, Value: value)]);

    /// <summary>An import that accounted for ten rows.</summary>
    public void Import(string id, string profile, int refused)
    {
        Do<ImportJob, ImportEvent>(id, state => ImportJob.Decide(
            state, id, new(profile, false, FileName: $"{id}.csv"), ""));
        Do<ImportJob, ImportEvent>(id, state => ImportJob.DecideEnded(state, new(
            id, profile, false, ImportStatus.Completed, 10, 10 - refused, 0, refused, 0, 0, [])));
    }

    public void Cancel(string number, params int[] lines)
    {
        Do<Order, OrderEvent>(number, state => Orders.Order.Decide(
            state, new CancelOrder("changed my mind", lines.Length == 0 ? null : lines.ToItems()),
            new HashSet<ShipmentId>()));
        Settle(number);
    }

    public void Release(string number, params ReleaseShipment[] shipments)
    {
        Do<Order, OrderEvent>(number, state => Orders.Order.Decide(
            state, new ReleaseOrder(default, shipments.Length == 0 ? null : shipments.ToItems()), Now));
        Settle(number);
    }

    public void Milestone(
        string shipment, MilestoneKind kind, DateTimeOffset? at = null, params DeliveredLine[] lines) =>
        Report(shipment, kind, at is { } instant ? OccurredAt.At(instant) : default, lines);

    public void Report(string shipment, MilestoneKind kind, OccurredAt at, params DeliveredLine[] lines)
    {
        Do<Shipment, ShipmentEvent>(shipment, state => Shipments.Shipment.Decide(
            state, new RecordMilestone($"{kind}-{state.Version}", kind, at, null, null, lines.ToItems()), Now));
        Issue(shipment);
        Tell(shipment);
    }

    public void Void(string shipment, string milestone)
    {
        Do<Shipment, ShipmentEvent>(shipment, state => Shipments.Shipment.Decide(
            state, new VoidMilestone(milestone, "wrong scan")));
        TakeBack(shipment);
        Tell(shipment);
    }

    public void Amend(string number, AmendOrder command)
    {
        Do<Order, OrderEvent>(number, state => Orders.Order.Decide(
            state, command, command.ShipTo is { } shipTo ? AddressOf(shipTo) : null));
        Settle(number);
    }

    public void CancelShipment(string shipment)
    {
        Do<Shipment, ShipmentEvent>(shipment, state => Shipments.Shipment.Decide(state, new CancelShipment("no")));
        Tell(shipment);
    }

    public void Leave(string number, string warehouse)
    {
        var closing = State<Warehouse, WarehouseEvent>(warehouse).ClosedAtVersion;
        var shipments = Order(number).ShipmentsFrom(warehouse);
        var cancelled = shipments.Where(id => Shipment(id.Value).Status() == ShipmentStatus.Planned).ToList();
        cancelled.ForEach(id => CancelShipment(id.Value));
        Do<Order, OrderEvent>(number, state => Orders.Order.Decide(
            state, new LeaveWarehouse(warehouse, closing), cancelled));
        Settle(number);
    }
}
