using SupplyChain.Access;
using SupplyChain.Tables;

namespace SupplyChain.Network;

/// <summary>Reads the list of warehouses.</summary>
public static class WarehouseList
{
    private static readonly ReadList<WarehouseDetails> List = new(
        "warehouses", ["id"],
        new("id", "id") { Indexed = true },
        new("name", "name"),
        new("latitude", "latitude"),
        new("longitude", "longitude"),
        new("country", "country"),
        new("unlocode", "unlocode"),
        new("gln", "gln"),
        new("region", "region"),
        new("timeZone", "time_zone"),
        new("priority", "priority"),
        new("status", "CASE WHEN closed_reason IS NULL THEN 1 ELSE 2 END"),
        new("closedReason", "closed_reason"),
        new("closedSince", "closed_since") { WithOffset = true, SortedBy = "closed_at" },
        new("closing", "resourced_lines", "backordered_lines") { Read = Closing },
        new("version", "version"));

    /// <summary>Warehouses by id.</summary>
    public static Task<Page<WarehouseDetails>> WarehousesAsync(
        this IReadModels models, TenantId tenant, PageQuery page,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, page, scope), cancellationToken);

    /// <summary>
    /// One page, by id unless another order is asked for; closed ones with the orders that have still to leave them.
    /// </summary>
    private static Page<WarehouseDetails> Read(
        IReadSession session, TenantId tenant, PageQuery page, WarehouseScope scope)
    {
        var read = List.Read(session, page, scope.IsLimited, columns => Select(columns, tenant)
            .And(session.Dialect, scope.On("id")));
        return read with { Items = read.Items.Select(Counted).ToItems() };

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
        Select(List.Columns, tenant).Add("ORDER BY id").All(session, List.Item);

    private static ReadQuery Select(string columns, TenantId tenant) =>
        new($"{columns} FROM warehouses WHERE tenant = ?", tenant.Value);

    private static ClosingDetails? Closing(IRow row, int first) =>
        row.IsNull(first) ? null : new(0, (int)row.Int64(first), (int)row.Int64(first + 1));
}
