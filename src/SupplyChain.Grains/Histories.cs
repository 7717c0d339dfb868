using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>An actor's events as others may see them.</summary>
public sealed class Histories(IJournal journal)
{
    /// <summary>A page, oldest first; null when the stream has none.</summary>
    public async Task<Page<HistoryEntry>?> ReadAsync(StreamId stream, PageQuery page)
    {
        if (Sorting.Fault(page.Sort, []) is { } fault)
        {
            throw new MalformedSortException(fault);
        }
        var after = 0L;
        if (page.After is { } cursor && !long.TryParse(cursor, out after))
        {
            throw new MalformedCursorException(cursor);
        }
        var rows = await journal.ReadStreamAsync(stream, after + 1, limit: page.Limit + 1);
        if (rows.Count == 0 && after == 0)
        {
            return null;
        }
        var shown = rows.Take(page.Limit).Select(Entry).ToItems();
        return new Page<HistoryEntry>(shown, rows.Count > shown.Count ? $"{shown[^1].Version}" : null);
    }

    private static HistoryEntry Entry(JournaledEvent row)
    {
        var (type, data) = PublishedEvents.Entry(row);
        return new(row.Version, type, row.OccurredAt, row.RecordedAt, row.Actor, data);
    }
}
