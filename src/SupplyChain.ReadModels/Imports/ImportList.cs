using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Imports;

/// <summary>Reads the list of imports.</summary>
public static class ImportList
{
    private const string NewestFirst = "-startedAt";

    private const string Columns = """
        SELECT id, file_name, profile, dry_run, status, row_count, imported, unchanged, refused, warnings,
            events_written, started_at, ended_at
        """;

    private static readonly SortedList<ImportSummary> Sorted = new(
        "imports", ["id"],
        SortKey<ImportSummary>.Text("id", "id", import => import.Id.Value) with { Indexed = true },
        SortKey<ImportSummary>.Text("fileName", "file_name", import => import.FileName) with { MayBeNull = true },
        SortKey<ImportSummary>.Text("profile", "profile", import => import.Profile),
        SortKey<ImportSummary>.Number("status", "status", import => (long)import.Status),
        SortKey<ImportSummary>.Number("rows", "row_count", import => import.Rows),
        SortKey<ImportSummary>.Number("imported", "imported", import => import.Imported),
        SortKey<ImportSummary>.Number("unchanged", "unchanged", import => import.Unchanged),
        SortKey<ImportSummary>.Number("refused", "refused", import => import.Refused),
        SortKey<ImportSummary>.Number("warnings", "warnings", import => import.Warnings),
        SortKey<ImportSummary>.Number("eventsWritten", "events_written", import => import.EventsWritten),
        SortKey<ImportSummary>.Number(
            "startedAt", "started_at", import => JournalTime.ToMicroseconds(import.StartedAt)) with
        { Indexed = true },
        SortKey<ImportSummary>.Number("endedAt", "ended_at", import =>
            import.EndedAt is { } at ? JournalTime.ToMicroseconds(at) : null) with
        { MayBeNull = true });

    /// <summary>Imports, the newest first.</summary>
    public static Task<Page<ImportSummary>> ImportsAsync(
        this IReadModels models, TenantId tenant, ImportQuery query, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, query, page), cancellationToken);

    /// <summary>One page, the newest first unless another order is asked for.</summary>
    internal static Page<ImportSummary> Read(IReadSession session, TenantId tenant, ImportQuery query, PageQuery page)
    {
        var filtered = query.Profiles.Count + query.Statuses.Count > 0 || query.DryRun is not null;
        return Sorted.Read(
            session, page with { Sort = page.Sort ?? NewestFirst }, (Columns, filtered), Select, Summary);

        ReadQuery Select(string columns) => new ReadQuery($"{columns} FROM imports WHERE tenant = ?", tenant.Value)
            .And(session.Dialect, new("profile", [.. query.Profiles]))
            .And(session.Dialect, new("status", [.. query.Statuses.Select(status => (object)(long)status)]))
            .And("dry_run = ?", query.DryRun is { } dry ? dry ? 1L : 0L : null);
    }

    private static ImportSummary Summary(IRow row) => new(
        row.Text(0), row.TextOrNull(1), row.Text(2), row.Int64(3) != 0, (ImportStatus)row.Int64(4), (int)row.Int64(5),
        (int)row.Int64(6), (int)row.Int64(7), (int)row.Int64(8), (int)row.Int64(9), row.Int64(10),
        JournalTime.FromMicroseconds(row.Int64(11)),
        row.IsNull(12) ? null : JournalTime.FromMicroseconds(row.Int64(12)));
}
