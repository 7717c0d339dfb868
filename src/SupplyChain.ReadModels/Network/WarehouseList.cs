using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Network;

/// <summary>Reads the list of warehouses.</summary>
public static class WarehouseList
{
    private const string Name = "warehouses";

    private const string Columns = """
        SELECT id, name, latitude, longitude, country, unlocode, gln, region, time_zone, priority, closed_reason,
            closed_since, resourced_lines, backordered_lines, version
        """;

    private static readonly SortedList<WarehouseDetails> Sorted = new(
        Name, ["id"],
        SortKey<WarehouseDetails>.Text("id", "id", warehouse => warehouse.Id.Value) with { Indexed = true },
        SortKey<WarehouseDetails>.Text("name", "name", warehouse => warehouse.Name),
        SortKey<WarehouseDetails>.Real("latitude", "latitude", warehouse => warehouse.Latitude),
        SortKey<WarehouseDetails>.Real("longitude", "longitude", warehouse => warehouse.Longitude),
        SortKey<WarehouseDetails>.Text("country", "country", warehouse => warehouse.Country) with { MayBeNull = true },
        SortKey<WarehouseDetails>.Text("unlocode", "unlocode", warehouse => warehouse.Unlocode) with
        {
            MayBeNull = true,
        },
        SortKey<WarehouseDetails>.Text("gln", "gln", warehouse => warehouse.Gln) with { MayBeNull = true },
        SortKey<WarehouseDetails>.Text("region", "region", warehouse => warehouse.Region) with { MayBeNull = true },
        SortKey<WarehouseDetails>.Text("timeZone", "time_zone", warehouse => warehouse.TimeZone) with
        {
            MayBeNull = true,
        },
        SortKey<WarehouseDetails>.Number("priority", "priority", warehouse => warehouse.Priority),
        SortKey<WarehouseDetails>.Number(
            "status", "CASE WHEN closed_reason IS NULL THEN 1 ELSE 2 END", warehouse => (long)warehouse.Status),
        SortKey<WarehouseDetails>.Text("closedReason", "closed_reason", warehouse => warehouse.ClosedReason) with
        {
            MayBeNull = true,
        },
        SortKey<WarehouseDetails>.Number("closedSince", "closed_at", warehouse =>
            warehouse.ClosedSince is { } at ? JournalTime.ToMicroseconds(at) : null) with
        {
            MayBeNull = true,
        },
        SortKey<WarehouseDetails>.Number("version", "version", warehouse => warehouse.Version));

    /// <summary>Warehouses by id.</summary>
    public static Task<Page<WarehouseDetails>> WarehousesAsync(
        this IReadModels models, TenantId tenant, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, page), cancellationToken);

    /// <summary>
    /// One page, by id unless another order is asked for; closed ones with the orders that have still to leave them.
    /// </summary>
    internal static Page<WarehouseDetails> Read(IReadSession session, TenantId tenant, PageQuery page)
    {
        if (page.Sort is not null)
        {
            var sorted = Sorted.Read(session, page, (Columns, false), columns => Select(columns, tenant), Details);
            return sorted with { Items = sorted.Items.Select(Counted).ToItems() };
        }
        var rows = Select(Columns, tenant)
            .And("id > ?", Cursor.Read(Name, page.After, 1)?[0])
            .Add("ORDER BY id LIMIT ?", page.Size() + 1)
            .All(session, Details)
            .ConvertAll(Counted);
        return Pages.Of(page, rows, warehouse => Cursor.Write(Name, warehouse.Id.Value));

        WarehouseDetails Counted(WarehouseDetails warehouse) =>
            warehouse.Closing is not { } closing ? warehouse : warehouse with
            {
                Closing = closing with
                {
                    Pending = ClosingQueries.OwnersToMove(session, tenant, warehouse.Id).Count,
                },
            };
    }

    /// <summary>Every one, by id.</summary>
    internal static IReadOnlyList<WarehouseDetails> ReadAll(IReadSession session, TenantId tenant) =>
        Select(Columns, tenant).Add("ORDER BY id").All(session, Details);

    private static ReadQuery Select(string columns, TenantId tenant) =>
        new($"{columns} FROM warehouses WHERE tenant = ?", tenant.Value);

    private static WarehouseDetails Details(IRow row) => new(
        row.Text(0), row.Text(1), row.DoubleOrNull(2), row.DoubleOrNull(3), row.TextOrNull(4), row.TextOrNull(5),
        row.TextOrNull(6), row.TextOrNull(7), row.TextOrNull(8), (int)row.Int64(9),
        row.IsNull(10) ? WarehouseStatus.Open : WarehouseStatus.Closed, row.TextOrNull(10), row.InstantOrNull(11),
        row.IsNull(12) ? null : new ClosingDetails(0, (int)row.Int64(12), (int)row.Int64(13)), row.Int64(14));
}
