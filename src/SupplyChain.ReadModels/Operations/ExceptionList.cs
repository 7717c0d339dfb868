using SupplyChain.Access;
using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>Reads the exceptions, the newest first.</summary>
public static class ExceptionList
{
    private const string Name = ExceptionRows.Name;

    /// <summary>What planners have to look at, the newest first.</summary>
    public static Task<Page<ExceptionEntry>> ExceptionsAsync(
        this IReadModels models, TenantId tenant, ListExceptions query, PlannersDay day,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, (query, scope), day), cancellationToken);

    /// <summary>One of it; null when there is no such exception.</summary>
    public static Task<ExceptionEntry?> ExceptionAsync(
        this IReadModels models, TenantId tenant, string id, PlannersDay day,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => ReadOne(session, tenant, id, day, scope), cancellationToken);

    /// <summary>One page.</summary>
    private static Page<ExceptionEntry> Read(
        IReadSession session, TenantId tenant, (ListExceptions Query, WarehouseScope Scope) asked, PlannersDay day)
    {
        var query = asked.Query;
        if (query.Page.Sort is not null)
        {
            return ExceptionRows.List.Sorted(session, query.Page, filtered: true, Select);
        }
        var rows = Select(ExceptionRows.List.Columns);
        if (Cursor.Read(Name, query.Page.After, 2) is [var since, var id])
        {
            // The id is kind/entity, and an entity has a slash of its own: it is the rest of the cursor.
            rows.Add("AND (since, id) < (?, ?)", Cursor.Number(since), id);
        }
        return Pages.Of(
            query.Page,
            rows.Add("ORDER BY since DESC, id DESC LIMIT ?", query.Page.Size() + 1)
                .All(session, ExceptionRows.List.Item),
            last => Cursor.Write(Name, Cursor.Number(JournalTime.ToMicroseconds(last.Since)), last.Id));

        ReadQuery Select(string columns) => ExceptionRows
            .Select(session.Dialect, columns, tenant, query, day)
            .AndSeenException(session.Dialect, tenant, asked.Scope);
    }

    /// <summary>One exception; null when there is none of that id.</summary>
    internal static ExceptionEntry? ReadOne(
        IReadSession session, TenantId tenant, string id, PlannersDay day, WarehouseScope scope = default) =>
        ExceptionRows.Select(session.Dialect, ExceptionRows.List.Columns, tenant, new(null, null, new()), day)
            .And("id = ?", id).AndSeenException(session.Dialect, tenant, scope).First(session, ExceptionRows.List.Item);
}
