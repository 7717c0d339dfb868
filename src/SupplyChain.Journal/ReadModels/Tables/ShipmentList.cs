using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>Reads the list of shipments.</summary>
internal static class ShipmentList
{
    private const string Name = "shipments";

    /// <summary>One page, by number.</summary>
    public static Page<ShipmentSummary> Read(IReadSession session, TenantId tenant, ShipmentQuery query, PageQuery page)
    {
        var after = Cursor.Read(Name, page.After, 1)?[0];
        var ways = Filter.Ways(
            Filter.Of("number", query.Order, query.Orders, order => order.Value),
            Filter.Of("warehouse", query.Warehouse, query.Warehouses, warehouse => warehouse.Value),
            Filter.Of("status", query.Status, query.Statuses));
        var rows = ReadQuery.First(page.Size() + 1, "id", ways.Select(Way)).All(session, Summary);
        return Pages.Of(page, rows, shipment => Cursor.Write(Name, shipment.Id.Value));

        ReadQuery Way(Filter[] filters)
        {
            var sql = new ReadQuery(
                """
                SELECT id, number, warehouse, mode, carrier, tracking_number, status, exception_kind, exception_since,
                    eta_at, eta_reason, promise, version
                FROM shipments WHERE tenant = ?
                """,
                tenant.Value);
            foreach (var filter in filters)
            {
                sql.And(session.Dialect, filter);
            }
            return sql.And("id > ?", after);
        }
    }

    private static ShipmentSummary Summary(IRow row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.TextOrNull(4), row.TextOrNull(5),
        (ShipmentStatus)row.Int64(6), row.TextOrNull(7) is { } kind ? new(kind, row.InstantOrNull(8)) : null,
        new(row.InstantOrNull(9), row.Text(10)), row.DateOrNull(11), row.Int64(12));
}
