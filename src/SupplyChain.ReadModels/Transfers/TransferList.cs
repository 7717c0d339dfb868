using SupplyChain.Access;
using SupplyChain.Tables;

namespace SupplyChain.Transfers;

/// <summary>Reads the list of transfers.</summary>
public static class TransferList
{
    private const string ById = "id";

    private static readonly ReadList<TransferSummary> List = new(
        "transfers", ["id"],
        new("id", "d.id") { Indexed = true },
        new("status", "d.status"),
        new("from", "d.source"),
        new("to", "d.destination"),
        new("priority", "d.priority"),
        new("requestedBy", "d.requested_by"),
        new("requestedAt", "d.requested_at"),
        new("lines", "d.line_count"),
        new("units", "d.units"),
        new("waiting", "d.waiting"),
        new("reserved", "d.reserved"),
        new("inTransit", "d.in_transit"),
        new("received", "d.received"),
        new("short", "d.missing"),
        new("over", "d.surplus"),
        new("version", "d.version"));

    /// <summary>Transfers by number.</summary>
    public static Task<Page<TransferSummary>> TransfersAsync(
        this IReadModels models, TenantId tenant, TransferQuery query, PageQuery page,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(
            session => List.Sorted(
                session, page with { Sort = page.Sort ?? ById },
                query != new TransferQuery() || scope.IsLimited,
                columns => Select(session.Dialect, columns, tenant, query).AndSeenTransfer(session.Dialect, scope)),
            cancellationToken);

    private static ReadQuery Select(SqlDialect dialect, string columns, TenantId tenant, TransferQuery query) =>
        new ReadQuery($"{columns} FROM transfers d WHERE d.tenant = ?", tenant.Value)
            .And(dialect, Filter.Of("d.status", query.Statuses))
            .And(dialect, Filter.Of("d.source", query.From))
            .And(dialect, Filter.Of("d.destination", query.To))
            .AndIn(dialect, "d.id", ("transfer_lines", "id"), tenant, Filter.Of("sku", query.Skus))
            .AndIf(query.Open, "d.open = 1")
            .AndContains(dialect, query.Text, "d.id");
}
