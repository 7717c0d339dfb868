using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Inventory;

/// <summary>Reads the movements of a stock item from its stream.</summary>
public static class StockLedger
{
    private const string Name = "ledger";

    // Few events are no movements, so that one read is mostly enough; a shorter one costs the same.
    private const int MinEventsRead = 50;

    /// <summary>Movements of a stock item, the newest first; null when nothing ever happened to it.</summary>
    /// <exception cref="JournalUnavailableException">The journal could not be read.</exception>
    public static async Task<Page<LedgerEntry>?> LedgerAsync(
        this IJournal journal, TenantId tenant, StockItemId stockItem, PageQuery page,
        CancellationToken cancellationToken = default)
    {
        if (Sorting.Fault(page.Sort, []) is { } fault)
        {
            throw new MalformedSortException(fault);
        }
        var after = Cursor.Read(Name, page.After, 1) is [var version] ? Cursor.Number(version) : long.MaxValue;
        var stream = new StreamId(tenant, StockItem.Kind, $"{stockItem}");
        var newest = await journal.HeadAsync(stream, cancellationToken);
        if (newest == 0)
        {
            return null;
        }
        var entries = await ReadAsync(
            journal, stream, (Math.Min(newest, after - 1), page.Size() + 1), cancellationToken);
        await LevelAsync(journal, stream, entries, cancellationToken);
        return Pages.Of(page, entries, ToEntry, entry => Cursor.Write(Name, Cursor.Number(entry.Row.Version)));
    }

    /// <summary>Movements up to a version, the newest first. Versions have no gap, so any part can be read.</summary>
    private static async Task<List<Entry>> ReadAsync(
        IJournal journal, StreamId stream, (long To, int Wanted) part, CancellationToken cancellationToken)
    {
        var entries = new List<Entry>();
        for (var to = part.To; to > 0 && entries.Count < part.Wanted;)
        {
            var from = Math.Max(1, to - Math.Max(part.Wanted - entries.Count, MinEventsRead) + 1);
            var rows = await journal.ReadStreamAsync(stream, from, to, cancellationToken: cancellationToken);
            foreach (var row in rows.Reverse())
            {
                var @event = EventCodec.Decode<StockEvent>(row.Type, row.Schema, row.Data);
                if (entries.Count < part.Wanted && StockMovement.Of(@event) is { } movement)
                {
                    entries.Add(new(row, @event, movement));
                }
            }
            to = from - 1;
        }
        return entries;
    }

    /// <summary>
    /// The level after each; movements of release 0.1 do not say it, and where the oldest one does not, the stock item
    /// is folded up to it.
    /// </summary>
    private static async Task LevelAsync(
        IJournal journal, StreamId stream, List<Entry> entries, CancellationToken cancellationToken)
    {
        var before = entries is [.., { Movement.After: null } oldest]
            ? await StreamStates.ReadAsync<StockItem, StockEvent>(
                journal, stream, oldest.Row.Version - 1, cancellationToken)
            : StockItem.Initial;
        var level = new LevelAfter(before.OnHand, before.Reserved);
        foreach (var entry in Enumerable.Reverse(entries))
        {
            entry.Level = level = entry.Movement.LevelFrom(level);
        }
    }

    private static LedgerEntry ToEntry(Entry entry) => new(
        entry.Row.Version, EventCodec.PublishedType(entry.Event), entry.Movement.OccurredAt ?? entry.Row.OccurredAt,
        entry.Row.RecordedAt, entry.Movement.Quantity, entry.Level!.OnHand, entry.Level.Reserved, entry.Movement.Cause,
        entry.Movement.Owner);

    private sealed class Entry(JournaledEvent row, StockEvent @event, StockMovement movement)
    {
        public JournaledEvent Row => row;

        public StockEvent Event => @event;

        public StockMovement Movement => movement;

        public LevelAfter? Level { get; set; }
    }
}
