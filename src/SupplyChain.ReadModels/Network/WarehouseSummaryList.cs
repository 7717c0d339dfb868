using SupplyChain.Access;
using SupplyChain.Shipments;
using SupplyChain.Tables;

namespace SupplyChain.Network;

/// <summary>Reads the list of warehouses with their figures.</summary>
public static class WarehouseSummaryList
{
    private const string ById = "id";

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

    private static readonly ReadList<WarehouseSummary> List = new(
        "warehouse-summary", ["id"],
        new("id", "id"),
        new("name", "name"),
        new("status", "status"),
        new("country", "country"),
        new("priority", "priority"),
        new("onHand", "on_hand"),
        new("reserved", "reserved"),
        new("openShipments", "open_shipments"),
        new("waitingUnits", "waiting_units"));

    /// <summary>Warehouses with their figures, by id.</summary>
    public static Task<Page<WarehouseSummary>> WarehouseSummaryAsync(
        this IReadModels models, TenantId tenant, WarehouseSummaryQuery query, PageQuery page,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(
            session => List.Sorted(
                session, page with { Sort = page.Sort ?? ById }, filtered: true,
                columns => Select(session.Dialect, columns, tenant.Value, query)
                    .And(session.Dialect, scope.On("id"))),
            cancellationToken);

    private static ReadQuery Select(SqlDialect dialect, string columns, string tenant, WarehouseSummaryQuery query) =>
        new ReadQuery($"{columns} FROM ({Figures}) AS d WHERE 1 = 1", tenant, tenant, tenant, tenant)
            .And(dialect, Filter.Of("status", query.Statuses))
            .And(dialect, Filter.Of("country", query.Countries))
            .AndContains(dialect, query.Text, "id", "name");
}
