using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>
/// An order of three products that ten warehouses have, from its placing to its delivery: each step decided as its
/// actor does.
/// </summary>
internal static class OrderOfThreeLines
{
    private const int Warehouses = 10;
    private const string Number = "ERP-4711";

    /// <summary>When everything happens.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Its stream.</summary>
    public static readonly StreamId Stream = new("demo", Order.Kind, Number);

    private static readonly OrderAddress Address = new("FR", 48.86, 2.35, "FRPAR", null, null);

    private static readonly PlaceOrder Command = new(
        "ACME", new("FR", 48.86, 2.35),
        [
            new PlaceOrderLine(1, "PUMP-1", 5), new PlaceOrderLine(2, "HOSE-1", 20),
            new PlaceOrderLine(3, "VALVE-1", 8),
        ],
        RequestedBy: new(2026, 3, 9), OccurredAt: OccurredAt.At(Now));

    /// <summary>What sourcing has to answer. No warehouse has all three products: sets of them compete.</summary>
    public static SourcingProblem Problem() => Order.Problem(
        Placing().After,
        [.. Command.Lines.Select((line, product) => new SkuAvailability(line.Sku, [
            .. Enumerable.Range(0, Warehouses).Where(at => at % 3 != product).Select(at => new StockCandidate(
                Warehouse(at), 100, Rationed: false, Open: true)),
        ]))],
        [.. Enumerable.Range(0, Warehouses).Select(at => new SourcingWarehouse(
            Warehouse(at), new GeoPoint(45 + at, 3 + at), 1 + at % 3))],
        _ => 2.5);

    private static OrderPlacing Placing() => OrderPlacing.Of(Number, Command, Address, "digest", Now);

    /// <summary>The first decision, and what becomes of the order with it.</summary>
    public static (IReadOnlyList<OrderEvent> Events, Order After) Place(SourcingPlan plan)
    {
        var decision = Order.Decide(Order.Initial, Placing(), plan);
        return ([.. decision], Evolve(Order.Initial, decision));
    }

    /// <summary>The order after events.</summary>
    public static Order Evolve(Order order, IEnumerable<OrderEvent> events) =>
        events.Aggregate(order, (state, happened) => Order.Evolve(state, happened, Now));

    /// <summary>Everything that happens to it until it was delivered.</summary>
    public static IReadOnlyList<OrderEvent> Life()
    {
        var (events, order) = Place(Sourcing.Plan(Problem()));
        List<OrderEvent> life = [.. events];
        Then(Order.DecideReserved(order, order.Allocations.Select(units => units.Key.Attempt).ToHashSet()));
        Then(Order.Decide(order, new ReleaseOrder(OccurredAt.At(Now)), Now));
        var shipments = order.Shipments.Values.Select(shipment => shipment.Plan).ToList();
        Then(Order.DecidePlanned(order, shipments.Select(shipment => shipment.Id).ToItems(), []));
        foreach (var shipment in shipments)
        {
            Then(Order.Decide(order, shipment.Id, Progress(order, shipment, ShipmentStatus.Dispatched)));
            Then(Order.Decide(order, shipment.Id, Progress(order, shipment, ShipmentStatus.Delivered)));
        }
        return order.Status == OrderStatus.Delivered
            ? life
            : throw new InvalidOperationException($"It ended as {order.Status}.");

        void Then(Decision<OrderEvent> decision)
        {
            life.AddRange(decision);
            order = Evolve(order, decision);
        }
    }

    /// <summary>Its events as rows of the journal, hashes included.</summary>
    public static IReadOnlyList<JournaledEvent> Rows(int level = FeatureLevel.Newest)
    {
        byte[] previous = [];
        var rows = new List<JournaledEvent>();
        foreach (var happened in Life())
        {
            var (type, schema, data) = EventCodec.Encode(happened, level)!.Value;
            var row = new JournaledEvent(
                Stream, rows.Count + 1, type, schema, data, Now, Now, "key/erp", "request-1", null, 0,
                new byte[HashChain.Length], new(0, 0, rows.Count + 1));
            HashChain.Compute(previous, row, row.Hash);
            previous = row.Hash;
            rows.Add(row);
        }
        return rows;
    }

    private static WarehouseId Warehouse(int at) => $"W-{at}";

    private static ShipmentProgress Progress(Order order, ReleasedShipment shipment, ShipmentStatus status)
    {
        var units = order.Allocations.Where(one => shipment.Reservations.Contains(one.Key)).ToList();
        var delivered = status == ShipmentStatus.Delivered;
        return new(
            1, status, GoodsIssued: true, Now, delivered ? Now : null,
            units.Select(one => new IssueGoodsLine(one.Key, one.Quantity)).ToItems(),
            units.Select(one => new ShipmentLine(
                one.Line, one.Sku, one.Quantity, delivered ? one.Quantity : 0, 0, 0, delivered ? Now : null))
                .ToItems());
    }
}
