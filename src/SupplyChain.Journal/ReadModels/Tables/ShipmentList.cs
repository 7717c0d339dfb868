using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>Reads the list of shipments.</summary>
internal static class ShipmentList
{
    private const string Name = "shipments";

    private const string Columns = """
        SELECT id, number, warehouse, mode, carrier, tracking_number, status, exception_kind, exception_since, eta_at,
            eta_reason, promise, version
        """;

    private static readonly SortedList<ShipmentSummary> Sorted = new(
        Name, ["id"],
        SortKey<ShipmentSummary>.Text("id", "id", shipment => shipment.Id.Value) with { Indexed = true },
        SortKey<ShipmentSummary>.Text("order", "number", shipment => shipment.Order.Value) with { Indexed = true },
        SortKey<ShipmentSummary>.Text("warehouse", "warehouse", shipment => shipment.Warehouse.Value) with
        {
            Indexed = true,
        },
        SortKey<ShipmentSummary>.Text("mode", "mode", shipment => shipment.Mode),
        SortKey<ShipmentSummary>.Text("carrier", "carrier", shipment => shipment.Carrier) with { MayBeNull = true },
        SortKey<ShipmentSummary>.Text("trackingNumber", "tracking_number", shipment => shipment.TrackingNumber) with
        {
            MayBeNull = true,
        },
        SortKey<ShipmentSummary>.Number("status", "status", shipment => (long)shipment.Status) with
        {
            Indexed = true,
            FewValues = true,
        },
        SortKey<ShipmentSummary>.Text("exception", "exception_kind", shipment => shipment.Exception?.Kind) with
        {
            MayBeNull = true,
        },
        SortKey<ShipmentSummary>.NumberOrMissing("eta", "eta", shipment =>
            shipment.Eta.At is { } at ? JournalTime.ToMicroseconds(at) : null),
        SortKey<ShipmentSummary>.NumberOrMissing("promise", "promise", shipment => shipment.Promise?.DayNumber),
        SortKey<ShipmentSummary>.Number("version", "version", shipment => shipment.Version));

    /// <summary>One page, by number unless another order is asked for.</summary>
    public static Page<ShipmentSummary> Read(IReadSession session, TenantId tenant, ShipmentQuery query, PageQuery page)
    {
        Filter[] all =
        [
            Filter.Of("number", query.Order, query.Orders, order => order.Value),
            Filter.Of("warehouse", query.Warehouse, query.Warehouses, warehouse => warehouse.Value),
            Filter.Of("status", query.Status, query.Statuses),
        ];
        if (page.Sort is not null)
        {
            return Sorted.Read(
                session, page, (Columns, query != new ShipmentQuery()), columns => Select(columns, all), Summary);
        }
        var after = Cursor.Read(Name, page.After, 1)?[0];
        var ways = Filter.Ways(all);
        var rows = ReadQuery.First(
            page.Size() + 1, "id", ways.Select(way => Select(Columns, way).And("id > ?", after))).All(session, Summary);
        return Pages.Of(page, rows, shipment => Cursor.Write(Name, shipment.Id.Value));

        ReadQuery Select(string columns, Filter[] filters)
        {
            var sql = new ReadQuery($"{columns} FROM shipments WHERE tenant = ?", tenant.Value);
            foreach (var filter in filters)
            {
                sql.And(session.Dialect, filter);
            }
            return sql;
        }
    }

    private static ShipmentSummary Summary(IRow row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.TextOrNull(4), row.TextOrNull(5),
        (ShipmentStatus)row.Int64(6), row.TextOrNull(7) is { } kind ? new(kind, row.InstantOrNull(8)) : null,
        new(row.InstantOrNull(9), row.Text(10)), row.DateOrNull(11), row.Int64(12));
}
