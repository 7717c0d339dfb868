using SupplyChain.Network;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>Reads the list of warehouses.</summary>
internal static class WarehouseList
{
    private const string Name = "warehouses";

    private const string Columns = """
        SELECT id, name, latitude, longitude, country, unlocode, gln, region, time_zone, priority, closed_reason,
            closed_since, resourced_lines, backordered_lines, version
        FROM warehouses WHERE tenant = ?
        """;

    /// <summary>One page, by id; closed ones with the orders that have still to leave them.</summary>
    public static Page<WarehouseDetails> Read(IReadSession session, TenantId tenant, PageQuery page)
    {
        var rows = new ReadQuery(Columns, tenant.Value)
            .And("id > ?", Cursor.Read(Name, page.After, 1)?[0])
            .Add("ORDER BY id LIMIT ?", page.Size() + 1)
            .All(session, Details)
            .ConvertAll(warehouse => warehouse.Closing is not { } closing ? warehouse : warehouse with
            {
                Closing = closing with
                {
                    Pending = ClosingQueries.OrdersToMove(session, tenant, warehouse.Id).Count,
                },
            });
        return Pages.Of(page, rows, warehouse => Cursor.Write(Name, warehouse.Id.Value));
    }

    /// <summary>Every one, by id.</summary>
    public static IReadOnlyList<WarehouseDetails> ReadAll(IReadSession session, TenantId tenant) =>
        new ReadQuery(Columns, tenant.Value).Add("ORDER BY id").All(session, Details);

    private static WarehouseDetails Details(IRow row) => new(
        row.Text(0), row.Text(1), row.DoubleOrNull(2), row.DoubleOrNull(3), row.TextOrNull(4), row.TextOrNull(5),
        row.TextOrNull(6), row.TextOrNull(7), row.TextOrNull(8), (int)row.Int64(9),
        row.IsNull(10) ? WarehouseStatus.Open : WarehouseStatus.Closed, row.TextOrNull(10), row.InstantOrNull(11),
        row.IsNull(12) ? null : new ClosingDetails(0, (int)row.Int64(12), (int)row.Int64(13)), row.Int64(14));
}
