using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Journal;
using SupplyChain.Journal.Postgres;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Bench;

/// <summary>Appends to a journal without actors: one event a call, as an actor that decides would.</summary>
internal static class JournalWriting
{
    private static readonly StreamId Kind = new("bench", "stream", "");

    /// <summary>On the journal of a data directory.</summary>
    public static async Task<List<JournalFigures>> OnSqliteAsync(WriteLoad[] loads, int bytes, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("supplychain-bench-");
        try
        {
            using var directory = DataDirectory.Open(folder.FullName);
            await using var journal = new SqliteJournal(
                directory, new() { DataDirectory = folder.FullName }, TimeProvider.System,
                NullLogger<SqliteJournal>.Instance);
            return await BothAsync(journal, TimeProvider.System, loads, bytes, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>On the journal of a cluster.</summary>
    public static async Task<List<JournalFigures>> OnPostgresAsync(
        string connection, WriteLoad[] loads, int bytes, CancellationToken stop)
    {
        var options = new PostgresOptions { ConnectionString = connection };
        await using var database = PostgresDatabase.Open(options, new(TimeProvider.System));
        await using var journal = new PostgresJournal(
            database, options, database.Time, NullLogger<PostgresJournal>.Instance);
        return await BothAsync(journal, database.Time, loads, bytes, stop);
    }

    private static async Task<List<JournalFigures>> BothAsync(
        IJournal journal, TimeProvider time, WriteLoad[] loads, int bytes, CancellationToken stop)
    {
        var data = new byte[bytes];
        Array.Fill(data, (byte)'x');
        var (many, one) = (loads[0], loads[1]);
        var streams = await Task.WhenAll(Enumerable.Range(0, many.Writers).Select(
            async n => (await journal.OpenAsync(Kind with { Id = $"{n}" }, 1, stop)).Pen));
        var hot = (await journal.OpenAsync(Kind with { Id = "hot" }, 1, stop)).Pen;
        var turn = new Lock();
        return
        [
            await many.RunAsync("journal, a stream each", n => Append(streams[n], data, time), stop),
            await one.RunAsync("journal, one hot stream", _ =>
            {
                // An actor decides one command after the other; they wait for the disk together.
                lock (turn)
                    return Append(hot, data, time);
            }, stop),
        ];
    }

    private static Task Append(Pen stream, byte[] data, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return stream.AppendAsync(
            [new("bench.noted", 1, data, now, null, Work: 0)],
            new("bench", "bench", now, DateTimeOffset.MaxValue));
    }
}
