using Microsoft.Extensions.Logging.Abstractions;

namespace SupplyChain.Journal.Sqlite;

/// <summary>
/// A journal file in a directory of its own. Without the directory's lock, so that two writers can meet.
/// </summary>
internal sealed class SqliteStore : JournalStore
{
    private readonly List<SqliteJournal> _opened = [];
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("journal-");

    public string JournalPath => Path.Combine(_directory.FullName, "journal.db");

    public string LogPath => JournalPath + "-wal";

    public SqliteFile File => new(JournalPath, TimeSpan.FromSeconds(30));

    public override Task<IJournal> OpenAsync(int queuedEvents = 20_000) =>
        Task.FromResult<IJournal>(Open(queuedEvents));

    public SqliteJournal Open(int queuedEvents = 20_000)
    {
        var options = new SqliteJournalOptions { QueuedEvents = queuedEvents, LockTimeout = TimeSpan.FromSeconds(30) };
        var journal = new SqliteJournal(JournalPath, options, Clock, NullLogger.Instance);
        _opened.Add(journal);
        return journal;
    }

    public override Task<Func<Task>> InsertWithoutCommittingAsync(JournaledEvent row)
    {
        var writer = new SqliteWriter(File.OpenWriter());
        writer.Begin();
        writer.Insert(row);
        return Task.FromResult(() =>
        {
            writer.Commit();
            writer.Dispose();
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// The file may not grow; the writer opens its connection anew after the failure, without that limit.
    /// </summary>
    public override Task BreakNextWriteAsync(IJournal journal) => ((SqliteJournal)journal).OnWriterAsync(writer =>
    {
        using var command = writer.Connection.CreateCommand();
        command.CommandText = "PRAGMA max_page_count = 1"; // the engine takes the present size instead
        return command.ExecuteScalar();
    });

    public override async ValueTask DisposeAsync()
    {
        foreach (var journal in _opened)
        {
            await journal.DisposeAsync();
        }
        _directory.Delete(recursive: true);
    }
}
