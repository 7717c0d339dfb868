using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>Reads the exceptions, the newest first.</summary>
public static class ExceptionList
{
    private const string Name = "exceptions";

    private static readonly SortedList<ExceptionEntry> Sorted = new(
        Name, ["id"],
        SortKey<ExceptionEntry>.Text("id", "id", entry => entry.Id),
        SortKey<ExceptionEntry>.Number("kind", "kind", entry => (long)entry.Kind),
        SortKey<ExceptionEntry>.Number("status", "status", entry => (long)entry.Status),
        SortKey<ExceptionEntry>.Text("entity", "entity", entry => entry.Entity),
        SortKey<ExceptionEntry>.Number("since", "since", entry => JournalTime.ToMicroseconds(entry.Since)),
        SortKey<ExceptionEntry>.Number("units", "units", entry => entry.Units),
        SortKey<ExceptionEntry>.Number("impact", "score", entry => entry.Impact!.Score));

    /// <summary>What planners have to look at, the newest first.</summary>
    public static Task<Page<ExceptionEntry>> ExceptionsAsync(
        this IReadModels models, TenantId tenant, ListExceptions query, PlannersDay day,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, query, day), cancellationToken);

    /// <summary>One of it; null when there is no such exception.</summary>
    public static Task<ExceptionEntry?> ExceptionAsync(
        this IReadModels models, TenantId tenant, string id, PlannersDay day,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => ReadOne(session, tenant, id, day), cancellationToken);

    /// <summary>One page.</summary>
    internal static Page<ExceptionEntry> Read(
        IReadSession session, TenantId tenant, ListExceptions query, PlannersDay day)
    {
        if (query.Page.Sort is not null)
        {
            return Sorted.Read(
                session, query.Page, (ExceptionRows.Columns, true), Select, ExceptionRows.Entry);
        }
        var rows = Select(ExceptionRows.Columns);
        if (Cursor.Read(Name, query.Page.After, 2) is [var since, var id])
        {
            // The id is kind/entity, and an entity has a slash of its own: it is the rest of the cursor.
            rows.Add("AND (since, id) < (?, ?)", Cursor.Number(since), id);
        }
        return Pages.Of(
            query.Page,
            rows.Add("ORDER BY since DESC, id DESC LIMIT ?", query.Page.Size() + 1)
                .All(session, row => (Entry: ExceptionRows.Entry(row), Since: row.Int64(4))),
            row => row.Entry, row => Cursor.Write(Name, Cursor.Number(row.Since), row.Entry.Id));

        ReadQuery Select(string columns) => ExceptionRows.Select(session.Dialect, columns, tenant, query, day);
    }

    /// <summary>One exception; null when there is none of that id.</summary>
    internal static ExceptionEntry? ReadOne(IReadSession session, TenantId tenant, string id, PlannersDay day) =>
        ExceptionRows.Select(session.Dialect, ExceptionRows.Columns, tenant, new(null, null, new()), day)
            .And("id = ?", id).First(session, ExceptionRows.Entry);
}
