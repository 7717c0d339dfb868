using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Transfers;

/// <summary>Reads the list of transfers.</summary>
public static class TransferList
{
    private const string Columns = """
        SELECT d.id, d.status, d.source, d.destination, d.priority, d.requested_by, d.requested_at, d.line_count,
            d.units, d.waiting, d.reserved, d.in_transit, d.received, d.missing, d.surplus, d.version
        """;

    private static readonly SortedList<TransferSummary> Sorted = new(
        "transfers", ["id"],
        SortKey<TransferSummary>.Text("id", "d.id", transfer => transfer.Id.Value) with { Indexed = true },
        SortKey<TransferSummary>.Number("status", "d.status", transfer => (long)transfer.Status),
        SortKey<TransferSummary>.Text("from", "d.source", transfer => transfer.From.Value),
        SortKey<TransferSummary>.Text("to", "d.destination", transfer => transfer.To.Value),
        SortKey<TransferSummary>.Number("priority", "d.priority", transfer => transfer.Priority),
        SortKey<TransferSummary>.Number("requestedBy", "d.requested_by", transfer => transfer.RequestedBy?.DayNumber)
            with
        { MayBeNull = true },
        SortKey<TransferSummary>.Number(
            "requestedAt", "d.requested_at", transfer => JournalTime.ToMicroseconds(transfer.RequestedAt)),
        SortKey<TransferSummary>.Number("units", "d.units", transfer => transfer.Units),
        SortKey<TransferSummary>.Number("waiting", "d.waiting", transfer => transfer.Waiting),
        SortKey<TransferSummary>.Number("reserved", "d.reserved", transfer => transfer.Reserved),
        SortKey<TransferSummary>.Number("inTransit", "d.in_transit", transfer => transfer.InTransit),
        SortKey<TransferSummary>.Number("received", "d.received", transfer => transfer.Received),
        SortKey<TransferSummary>.Number("version", "d.version", transfer => transfer.Version));

    /// <summary>Transfers by number.</summary>
    public static Task<Page<TransferSummary>> TransfersAsync(
        this IReadModels models, TenantId tenant, TransferQuery query, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, query, page), cancellationToken);

    /// <summary>One page, by number unless another order is asked for.</summary>
    internal static Page<TransferSummary> Read(
        IReadSession session, TenantId tenant, TransferQuery query, PageQuery page)
    {
        return Sorted.Read(
            session, page with { Sort = page.Sort ?? "id" }, (Columns, query != new TransferQuery()), Select, Summary);

        ReadQuery Select(string columns)
        {
            var sql = new ReadQuery($"{columns} FROM transfers d WHERE d.tenant = ?", tenant.Value)
                .And(session.Dialect, Filter.Of("d.status", null, query.Statuses))
                .And(session.Dialect, Filter.Of("d.source", null, query.From, warehouse => warehouse.Value))
                .And(session.Dialect, Filter.Of("d.destination", null, query.To, warehouse => warehouse.Value));
            if (query.Open)
            {
                sql.Add("AND d.open = 1");
            }
            if (Filter.Of("sku", null, query.Skus, sku => sku.Value) is { Values.Length: > 0 } skus)
            {
                sql.Add("AND d.id IN (SELECT id FROM transfer_lines WHERE tenant = ?", tenant.Value)
                    .And(session.Dialect, skus).Add(")");
            }
            if (query.Text is { Length: > 0 } text)
            {
                sql.Add($"AND d.id {session.Dialect.Like} ? ESCAPE '\\'", SqlDialect.Containing(text));
            }
            return sql;
        }
    }

    private static TransferSummary Summary(IRow row) => new(
        row.Text(0), (TransferStatus)row.Int64(1), row.Text(2), row.Text(3), (int)row.Int64(4), row.DateOrNull(5),
        JournalTime.FromMicroseconds(row.Int64(6)), row.Int64(7), row.Int64(8), row.Int64(9), row.Int64(10),
        row.Int64(11), row.Int64(12), row.Int64(13), row.Int64(14), row.Int64(15));
}
