using Microsoft.Extensions.Logging;
using SupplyChain.Operations;

namespace SupplyChain.Journal.Sqlite;

/// <summary>The embedded journal: one file, one process, every commit flushed to the disk.</summary>
public sealed class SqliteJournal : IJournal, IAsyncDisposable, IDisposable
{
    private readonly TailSignal _tail = new();
    private readonly CommittedRows _committed = new();
    private readonly DedicatedThread _writerThread;
    private readonly SqliteBatchStore _store;
    private readonly SnapshotQueue _snapshots;
    private readonly GroupCommit _commits;
    private readonly ReaderThreads<SqliteReader> _readers;
    private int _disposed;

    /// <summary>Opens or creates the journal of a data directory.</summary>
    /// <exception cref="SchemaRefusedException">The file's schema is not this version's.</exception>
    public SqliteJournal(
        DataDirectory directory, SqliteJournalOptions options, TimeProvider clock, ILogger<SqliteJournal> logger,
        JournalMetrics? metrics = null)
        : this(directory.File("journal.db"), options, clock, logger, metrics)
    {
    }

    internal SqliteJournal(
        string path, SqliteJournalOptions options, TimeProvider clock, ILogger logger, JournalMetrics? metrics = null)
    {
        var file = new SqliteFile(path, options.LockTimeout);
        using (var connection = file.OpenWriter())
        {
            SqliteMigrations.Apply(connection, MigrationScript.All("SupplyChain.Journal.Sqlite.Migrations"), clock);
            SqliteFeatureLevel.Open(connection, FeatureLevel.Newest);
        }
        using (var reader = new SqliteReader(file.OpenReader()))
        {
            _tail.Publish(reader.TailPosition());
        }
        _readers = new(() => new(file.OpenReader()), options.Readers, "journal");
        _store = new(file, _tail, _committed);
        _writerThread = new("journal writer");
        _snapshots = new(_store, _writerThread, logger);
        var limits = new GroupCommitLimits { QueuedEvents = options.QueuedEvents };
        _commits = new(_store, limits, clock, logger, _writerThread, metrics ?? new());
    }

    /// <inheritdoc/>
    public Task<OpenedStream> OpenAsync(
        StreamId stream, int stateSchema, CancellationToken cancellationToken = default) =>
        _readers.ReadAsync(reader => Open(reader, stream, stateSchema), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OpenedStream>> OpenAllAsync(
        IReadOnlyList<StreamId> streams, int stateSchema, PenGroup group,
        CancellationToken cancellationToken = default) =>
        _readers.ReadAsync<IReadOnlyList<OpenedStream>>(
            reader => streams.Select(stream => Open(reader, stream, stateSchema, group)).ToList(), cancellationToken);

    /// <inheritdoc/>
    public Pen Continue(StreamId stream, long version, byte[] hash, PenGroup? group = null) =>
        _commits.PenFor(stream, version, hash, group);

    /// <inheritdoc/>
    public Task BeatAsync() => _commits.BeatAsync();

    /// <inheritdoc/>
    public Task<long> HeadAsync(StreamId stream, CancellationToken cancellationToken = default) =>
        _readers.ReadAsync(reader => reader.Head(stream), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournaledEvent>> ReadStreamAsync(
        StreamId stream, long from, long to = long.MaxValue, int limit = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        _readers.ReadAsync<IReadOnlyList<JournaledEvent>>(
            reader => reader.Stream(stream, from, to, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<JournaledEvent?> FindCauseAsync(
        StreamId stream, string cause, CancellationToken cancellationToken = default) =>
        _readers.ReadAsync(reader => reader.Cause(stream, cause), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StreamId>> ListStreamsAsync(
        TenantId tenant, string kind, string prefix = "", string after = "", int limit = 1_000,
        CancellationToken cancellationToken = default) =>
        _readers.ReadAsync<IReadOnlyList<StreamId>>(
            reader => reader.Streams(tenant, kind, prefix, after, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StreamHead>> HeadsAsync(string kind, CancellationToken cancellationToken = default) =>
        _readers.ReadAsync<IReadOnlyList<StreamHead>>(reader => reader.Heads(kind), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournaledEvent>> ReadTailAsync(
        Position after, int limit, CancellationToken cancellationToken = default) =>
        _readers.ReadAsync<IReadOnlyList<JournaledEvent>>(reader => reader.Tail(after, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournaledEvent>> ReadNewsAsync(
        Position after, int limit, CancellationToken cancellationToken = default) =>
        _committed.After(after, limit) is { } rows
            ? Task.FromResult(rows)
            : ReadTailAsync(after, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournaledEvent>> ReadBackAsync(
        Position before, int limit, CancellationToken cancellationToken = default) =>
        _readers.ReadAsync<IReadOnlyList<JournaledEvent>>(reader => reader.Back(before, limit), cancellationToken);

    /// <inheritdoc/>
    public Task<Position> TailPositionAsync(CancellationToken cancellationToken = default) =>
        _readers.ReadAsync(reader => reader.TailPosition(), cancellationToken);

    /// <inheritdoc/>
    public async Task<long?> AboutEventsAsync(CancellationToken cancellationToken = default) =>
        (await TailPositionAsync(cancellationToken)).Number;

    /// <inheritdoc/>
    public Task WaitForTailAsync(Position after, CancellationToken cancellationToken = default) =>
        _tail.WaitAsync(after, cancellationToken);

    /// <inheritdoc/>
    public Task SaveSnapshotAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken = default) =>
        _snapshots.SaveAsync(stream, snapshot);

    /// <summary>Commits what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _commits.DisposeAsync();
            await _writerThread.RunAsync(() => { _store.Dispose(); return true; });
            _writerThread.Dispose();
            _readers.Dispose();
        }
    }

#pragma warning disable VSTHRD002 // A container that is disposed of synchronously leaves nothing uncommitted either.
    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002

    /// <summary>Does something with the writing connection, between two commits.</summary>
    internal Task<T> OnWriterAsync<T>(Func<SqliteWriter, T> work) => _writerThread.RunAsync(() => work(_store.Writer));

    private OpenedStream Open(SqliteReader reader, StreamId stream, int stateSchema, PenGroup? group = null)
    {
        var snapshot = reader.Snapshot(stream, stateSchema);
        var events = reader.Stream(stream, snapshot?.Version ?? 1);
        if (snapshot is not null)
        {
            // The row of the snapshot's version must be the one it was taken after; else start from the beginning.
            if (events.Count > 0 && events[0].Hash.AsSpan().SequenceEqual(snapshot.Hash))
            {
                events.RemoveAt(0);
            }
            else
            {
                snapshot = null;
                events = reader.Stream(stream, 1);
            }
        }
        var (version, hash) = events.Count > 0
            ? (events[^1].Version, events[^1].Hash)
            : (snapshot?.Version ?? 0, snapshot?.Hash ?? []);
        return new(snapshot, events, _commits.PenFor(stream, version, hash, group));
    }
}
