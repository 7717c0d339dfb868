using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Journal;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// Gives a stock item a long history and measures what its actor does when it wakes up: read the snapshot and what
/// came after it, and fold it into the state.
/// </summary>
internal sealed class Activation(string directory, int events, int runs)
{
    private const int PerAppend = 500;
    private const int HeldAtOnce = 100;
    private static readonly StreamId Stream = new("demo", StockItem.Kind, "SKU-1/W-1");
    private static readonly DateTimeOffset Began = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>With no snapshot, with one as old as it gets between two, and with one at the newest version.</summary>
    public async Task<Figures> MeasureAsync()
    {
        using var data = DataDirectory.Open(directory);
        await using var journal = new SqliteJournal(
            data, new() { DataDirectory = directory }, TimeProvider.System, NullLogger<SqliteJournal>.Instance);
        var figures = new Figures();
        figures.Add("events", events);
        var (middle, newest) = await WriteAsync(journal);
        figures.Add("withoutSnapshotMs", await MedianAsync(journal));
        await journal.SaveSnapshotAsync(Stream, middle);
        figures.Add("eventsSinceSnapshot", events - middle.Version);
        figures.Add("snapshotBytes", middle.Data.Length);
        figures.Add("snapshotMs", await MedianAsync(journal));
        await journal.SaveSnapshotAsync(Stream, newest);
        figures.Add("newestSnapshotMs", await MedianAsync(journal));
        return figures;
    }

    private async Task<(Snapshot BeforeTheLastAppend, Snapshot Newest)> WriteAsync(SqliteJournal journal)
    {
        var writer = (await journal.OpenAsync(Stream, StockItem.StateSchema)).Writer;
        var (state, snapshot) = (StockItem.Initial, new Snapshot(StockItem.StateSchema, 0, [], []));
        for (var version = 0; version < events; version += PerAppend)
        {
            snapshot = SnapshotOf(state, version, writer);
            var at = Began.AddSeconds(version);
            var rows = new NewEvent[Math.Min(PerAppend, events - version)];
            for (var i = 0; i < rows.Length; i++)
            {
                var happened = Event(version + i);
                state = StockItem.Evolve(state, happened, at);
                var (type, schema, bytes) = EventCodec.Encode(happened);
                rows[i] = new(type, schema, bytes, at, null, UnfinishedWork.None);
            }
            await writer.AppendAsync(rows, new("load", "load", at, DateTimeOffset.MaxValue));
        }
        return (snapshot, SnapshotOf(state, events, writer));
    }

    /// <summary>A receipt; then orders reserve a unit and give it back later, so that some are always held.</summary>
    private static StockEvent Event(int index)
    {
        if (index == 0)
        {
            return new StockEvent.Received("R-1", 0, 1_000_000, Began);
        }
        return index <= HeldAtOnce || index % 2 == 0
            ? new StockEvent.Reserved(Key(index), 1, 3, Began)
            : new StockEvent.ReservationReduced(Key(Given(index)), 1, 0);
    }

    /// <summary>The reservation that is given back: the oldest that is held.</summary>
    private static int Given(int index)
    {
        var rank = (index - HeldAtOnce - 1) / 2;
        return rank < HeldAtOnce ? rank + 1 : HeldAtOnce + 2 * (rank - HeldAtOnce + 1);
    }

    private static ReservationKey Key(int order) => new(new OrderId($"O-{order}"), 1, ReservationOrigin.Order, 1);

    private static Snapshot SnapshotOf(StockItem state, long version, SupplyChain.Journal.StreamWriter writer) => new(
        StockItem.StateSchema, version, JsonSerializer.SerializeToUtf8Bytes(state, EventCodec.Json),
        writer.Hash.ToArray());

    private async Task<double> MedianAsync(SqliteJournal journal)
    {
        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var opened = await journal.OpenAsync(Stream, StockItem.StateSchema);
            var state = opened.Snapshot is { } snapshot
                ? JsonSerializer.Deserialize<StockItem>(snapshot.Data, EventCodec.Json)!
                : StockItem.Initial;
            foreach (var row in opened.Events)
            {
                state = StockItem.Evolve(state, EventCodec.Decode<StockEvent>(row), row.RecordedAt);
            }
            times[run] = watch.Elapsed.TotalMilliseconds;
            if (state.Version != events)
            {
                throw new InvalidOperationException($"It woke up at version {state.Version}, not {events}.");
            }
        }
        Array.Sort(times);
        return times[runs / 2];
    }
}
