using System.Security.Cryptography;
using System.Text;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Imports;

/// <summary>The rows of one order, and what they ask for. Everything is derived from the rows, so it is the same each
/// time.</summary>
public sealed class ImportOrder
{
    /// <summary>The number of the milestone an import reports a delivery under.</summary>
    public static readonly MilestoneId DeliveredMilestone = "import-delivered";

    private readonly ImportProfile _profile;
    private readonly List<ImportRow> _rows = [];

    internal ImportOrder(ImportProfile profile, OrderId number) => (_profile, Number) = (profile, number);

    /// <summary>The order's number.</summary>
    public OrderId Number { get; }

    /// <summary>Its rows in file order.</summary>
    public IReadOnlyList<ImportRow> Rows => _rows;

    /// <summary>The day it was ordered: the first that a row says; null when none does.</summary>
    public DateOnly? Placed { get; private set; }

    /// <summary>Midnight UTC of a day: files say no more than the day.</summary>
    public static DateTimeOffset Instant(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The heading of the column that says a field of this order's rows.</summary>
    public string ColumnOf(ImportField field) =>
        _profile.Fields.TryGetValue(field, out var rule) ? rule.Columns[0] : "";

    internal void Add(ImportRow row)
    {
        _rows.Add(row);
        Placed ??= row.Placed;
    }

    /// <summary>The goods of its lines arrive, one receipt per warehouse; none when the profile receives no
    /// stock.</summary>
    /// <remarks>
    /// A file of deliveries does not say when goods came in. They were there when they were ordered and when they were
    /// delivered, so the earlier of these days is taken; unknown when the file knows neither.
    /// </remarks>
    public IEnumerable<(ReceiptId Id, RecordReceipt Receipt)> Receipts() => !_profile.ReceiveStock
        ? []
        : from row in _rows
          group row by row.Warehouse!.Value into goods
          select (ReceiptOf(goods.Key), new RecordReceipt(
              goods.Key, goods.Select(row => new ReceiptLine(row.Sku, row.Quantity)).ToItems(), Fact(Earliest(goods))));

    /// <summary>The order is placed.</summary>
    public PlaceOrder Place() => new(
        _rows[0].Customer,
        new ShipTo(_rows[0].Country),
        _rows.Select(row => new PlaceOrderLine(
            row.Line, row.Sku, row.Quantity, row.Warehouse, row.Scheduled, row.Value)).ToItems(),
        OccurredAt: Fact(Placed, _profile.Fields.ContainsKey(ImportField.Placed)));

    /// <summary>Its shipments are released, if it has any; a file of deliveries does not say when.</summary>
    public ReleaseOrder? Release()
    {
        var shipments = Shipments().Select(goods => new ReleaseShipment(
            goods.Key,
            goods.Select(row => row.Line).ToItems(),
            goods.Select(row => row.Mode).FirstOrDefault(mode => mode is not null),
            WeightKg: goods.Any(row => row.WeightKg is not null) ? goods.Sum(row => row.WeightKg) : null,
            Freight: FreightOf(goods))).ToItems();
        return shipments.Count == 0 ? null : new(OccurredAt.Unknown, shipments);
    }

    /// <summary>Its shipments are delivered, those of which the file says so.</summary>
    public IEnumerable<(ShipmentId Shipment, RecordMilestone Milestone)> Deliveries() =>
        from goods in Shipments()
        let delivered = goods.Select(row => row.Delivered).FirstOrDefault(day => day is not null)
        where delivered is not null
        select (goods.Key, new RecordMilestone(DeliveredMilestone, MilestoneKind.Delivered, Fact(delivered)));

    private IEnumerable<IGrouping<ShipmentId, ImportRow>> Shipments() =>
        from row in _rows where row.Shipment is not null group row by row.Shipment!.Value;

    private static Money? FreightOf(IEnumerable<ImportRow> rows) => rows
        .Select(row => row.Freight)
        .OfType<Money>()
        .GroupBy(freight => freight.Currency)
        .Select(same => new Money(same.Sum(freight => freight.Amount), same.Key))
        .FirstOrDefault();

    private DateOnly? Earliest(IEnumerable<ImportRow> goods) =>
        goods.Select(row => row.Delivered).Append(Placed).Min();

    private ReceiptId ReceiptOf(WarehouseId warehouse)
    {
        var id = $"{Number}~{warehouse}";
        return id.Length <= Identifier.MaxLength
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
    }

    /// <summary>When nothing in the format says the day, it is left out, not unknown.</summary>
    private static OccurredAt Fact(DateOnly? day, bool said = true) =>
        day is { } known ? Instant(known) : said ? OccurredAt.Unknown : OccurredAt.Now;
}
