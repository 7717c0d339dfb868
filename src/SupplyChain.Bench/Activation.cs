using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Orders;

namespace SupplyChain.Bench;

/// <summary>
/// Gives a stock item a long history and measures what its actor does when it wakes up: read the snapshot and what
/// came after it, and fold it into the state.
/// </summary>
internal sealed class Activation(SqliteJournal journal, int events, int runs, CancellationToken stop)
{
    private const int PerAppend = 500;
    private const int HeldReservations = 100;
    private static readonly StreamId Stream = new("bench", StockItem.Kind, "SKU-1/W-1");
    private static readonly DateTimeOffset Began = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>In a data directory that is removed at the end.</summary>
    public static async Task<ActivationFigures> MeasureAsync(int events, int runs, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("supplychain-bench-");
        try
        {
            using var data = DataDirectory.Open(folder.FullName);
            await using var journal = new SqliteJournal(
                data, new() { DataDirectory = folder.FullName }, TimeProvider.System,
                NullLogger<SqliteJournal>.Instance);
            return await new Activation(journal, events, runs, stop).MeasureAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>With no snapshot, with one as old as it gets between two, and with one at the newest version.</summary>
    private async Task<ActivationFigures> MeasureAsync()
    {
        var (middle, newest) = await WriteAsync();
        var without = await MedianAsync();
        await journal.SaveSnapshotAsync(Stream, middle);
        var snapshot = await MedianAsync();
        await journal.SaveSnapshotAsync(Stream, newest);
        return new(
            events, without, events - middle.Version, middle.Data.Length, snapshot,
            NewestSnapshotMs: await MedianAsync());
    }

    private async Task<(Snapshot BeforeTheLastAppend, Snapshot Newest)> WriteAsync()
    {
        var writer = (await journal.OpenAsync(Stream, StockItem.StateSchema, stop)).Pen;
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
                rows[i] = new(type, schema, bytes, at, null, (int)UnfinishedWork.None);
            }
            await writer.AppendAsync(rows, new("bench", "bench", at, DateTimeOffset.MaxValue));
        }
        return (snapshot, SnapshotOf(state, events, writer));
    }

    /// <summary>A receipt; then orders reserve a unit and give it back later, so that some are always held.</summary>
    private static StockEvent Event(int index)
    {
        if (index == 0)
            return new StockEvent.Moved(new(Receipt.Kind, "R-1", 0), 1_000_000, null, Began);
        return index <= HeldReservations || index % 2 == 0
            ? new StockEvent.Reserved(Key(index), 1, 3, Began)
            : new StockEvent.ReservationReduced(Key(Given(index)), 1, 0);
    }

    /// <summary>The reservation that is given back: the oldest that is held.</summary>
    private static int Given(int index)
    {
        var rank = (index - HeldReservations - 1) / 2;
        return rank < HeldReservations ? rank + 1 : HeldReservations + 2 * (rank - HeldReservations + 1);
    }

    private static ReservationKey Key(int order) => new(new OrderId($"O-{order}"), 1, ReservationOrigin.Owner, 1);

    private static Snapshot SnapshotOf(StockItem state, long version, Pen writer) => new(
        StockItem.StateSchema, version, JsonSerializer.SerializeToUtf8Bytes(state, EventCodec.Json),
        writer.Hash.ToArray());

    private async Task<double> MedianAsync()
    {
        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var opened = await journal.OpenAsync(Stream, StockItem.StateSchema, stop);
            var state = opened.Snapshot is { } snapshot
                ? JsonSerializer.Deserialize<StockItem>(snapshot.Data, EventCodec.Json)!
                : StockItem.Initial;
            foreach (var row in opened.Events)
            {
                var happened = EventCodec.Decode<StockEvent>(row.Type, row.Schema, row.Data);
                state = StockItem.Evolve(state, happened, row.RecordedAt);
            }
            times[run] = watch.Elapsed.TotalMilliseconds;
            if (state.Version != events)
                throw new InvalidOperationException($"It woke up at version {state.Version}, not {events}.");
        }
        Array.Sort(times);
        return times[runs / 2];
    }
}
