using SupplyChain.Tables;

namespace SupplyChain.Imports;

/// <summary>Reads the list of imports.</summary>
public static class ImportList
{
    private const string NewestFirst = "-startedAt";

    private static readonly ReadList<ImportSummary> List = new(
        "imports", ["id"],
        new("id", "id") { Indexed = true },
        new("fileName", "file_name"),
        new("profile", "profile"),
        new("dryRun", "dry_run"),
        new("status", "status"),
        new("rows", "row_count"),
        new("imported", "imported"),
        new("unchanged", "unchanged"),
        new("refused", "refused"),
        new("warnings", "warnings"),
        new("eventsWritten", "events_written"),
        new("startedAt", "started_at") { Indexed = true },
        new("endedAt", "ended_at"));

    /// <summary>Imports, the newest first.</summary>
    public static Task<Page<ImportSummary>> ImportsAsync(
        this IReadModels models, TenantId tenant, ImportQuery query, PageQuery page,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(
            session => List.Sorted(
                session, page with { Sort = page.Sort ?? NewestFirst }, query != new ImportQuery(),
                columns => Select(session.Dialect, columns, tenant, query)),
            cancellationToken);

    private static ReadQuery Select(SqlDialect dialect, string columns, TenantId tenant, ImportQuery query) =>
        new ReadQuery($"{columns} FROM imports WHERE tenant = ?", tenant.Value)
            .And(dialect, Filter.Of("profile", query.Profiles))
            .And(dialect, Filter.Of("status", query.Statuses))
            .And("dry_run = ?", query.DryRun is { } dry ? dry ? 1L : 0L : null);
}
