using SupplyChain.Shipments;
using SupplyChain.Tables;

namespace SupplyChain.Network;

/// <summary>Reads the list of warehouses with their figures.</summary>
public static class WarehouseSummaryList
{
    private const string Columns =
        "SELECT id, name, status, country, priority, on_hand, reserved, open_shipments, waiting_units";

    private static readonly string Figures = FormattableString.Invariant($"""
        SELECT w.id AS id, w.name AS name,
            CAST(CASE WHEN w.closed_reason IS NULL THEN {(int)WarehouseStatus.Open}
                ELSE {(int)WarehouseStatus.Closed} END AS bigint) AS status,
            w.country AS country, w.priority AS priority,
            CAST(coalesce(s.on_hand, 0) AS bigint) AS on_hand, CAST(coalesce(s.reserved, 0) AS bigint) AS reserved,
            CAST(coalesce(o.shipments, 0) AS bigint) AS open_shipments,
            CAST(coalesce(h.units, 0) AS bigint) AS waiting_units
        FROM warehouses w
        LEFT JOIN (
            SELECT warehouse, sum(on_hand) AS on_hand, sum(reserved) AS reserved FROM stock
            WHERE tenant = ? GROUP BY warehouse) s ON s.warehouse = w.id
        LEFT JOIN (
            SELECT warehouse, count(*) AS shipments FROM shipments
            WHERE tenant = ? AND status < {(int)ShipmentStatus.Delivered} GROUP BY warehouse) o ON o.warehouse = w.id
        LEFT JOIN (
            SELECT warehouse, sum(units) AS units FROM order_holds
            WHERE tenant = ? AND shipment <> '' GROUP BY warehouse) h ON h.warehouse = w.id
        WHERE w.tenant = ?
        """);

    private static readonly SortedList<WarehouseSummary> Sorted = new(
        "warehouse-summary", ["id"],
        SortKey<WarehouseSummary>.Text("id", "id", warehouse => warehouse.Id.Value),
        SortKey<WarehouseSummary>.Text("name", "name", warehouse => warehouse.Name),
        SortKey<WarehouseSummary>.Number("status", "status", warehouse => (long)warehouse.Status),
        SortKey<WarehouseSummary>.Text("country", "country", warehouse => warehouse.Country) with { MayBeNull = true },
        SortKey<WarehouseSummary>.Number("priority", "priority", warehouse => warehouse.Priority),
        SortKey<WarehouseSummary>.Number("onHand", "on_hand", warehouse => warehouse.OnHand),
        SortKey<WarehouseSummary>.Number("reserved", "reserved", warehouse => warehouse.Reserved),
        SortKey<WarehouseSummary>.Number("openShipments", "open_shipments", warehouse => warehouse.OpenShipments),
        SortKey<WarehouseSummary>.Number("waitingUnits", "waiting_units", warehouse => warehouse.WaitingUnits));

    /// <summary>Warehouses with their figures, by id.</summary>
    public static Task<Page<WarehouseSummary>> WarehouseSummaryAsync(
        this IReadModels models, TenantId tenant, WarehouseSummaryQuery query, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, query, page), cancellationToken);

    /// <summary>One page, by id unless another order is asked for.</summary>
    internal static Page<WarehouseSummary> Read(
        IReadSession session, TenantId tenant, WarehouseSummaryQuery query, PageQuery page)
    {
        return Sorted.Read(session, page with { Sort = page.Sort ?? "id" }, (Columns, true), Select, Summary);

        ReadQuery Select(string columns)
        {
            var of = tenant.Value;
            var sql = new ReadQuery($"{columns} FROM ({Figures}) AS d WHERE 1 = 1", of, of, of, of)
                .And(session.Dialect, Filter.Of("status", null, query.Statuses))
                .And(session.Dialect, new Filter("country", [.. query.Countries.Distinct()]));
            if (query.Text is { Length: > 0 } text)
            {
                var (like, pattern) = ($"{session.Dialect.Like} ? ESCAPE '\\'", SqlDialect.Containing(text));
                sql.Add($"AND (id {like} OR name {like})", pattern, pattern);
            }
            return sql;
        }
    }

    private static WarehouseSummary Summary(IRow row) => new(
        row.Text(0), row.Text(1), (WarehouseStatus)row.Int64(2), row.TextOrNull(3), (int)row.Int64(4), row.Int64(5),
        row.Int64(6), row.Int64(7), row.Int64(8));
}
