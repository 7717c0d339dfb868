using Microsoft.Extensions.Logging;
using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// The journal of a cluster: many silos write to one database, and each follows what all of them write.
/// </summary>
public sealed class PostgresJournal : IJournal, IAsyncDisposable, IDisposable
{
    private const int MaxQuestionsAtOnce = 4;
    private static readonly TimeSpan QuestionQueueTimeout = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _asking = new(MaxQuestionsAtOnce);
    private readonly OwnRows _own = new();
    private readonly TailWatch _tail;
    private readonly PostgresBatchStore _store;
    private readonly StreamLoader _loader;
    private readonly SnapshotWriter _snapshots;
    private readonly GroupCommit _commits;
    private int _disposed;

    /// <summary>A journal in a database, which has to stay open as long as the journal.</summary>
    public PostgresJournal(
        PostgresDatabase database, PostgresOptions options, TimeProvider clusterTime, ILogger<PostgresJournal> logger,
        JournalMetrics? metrics = null)
        : this(database, options, clusterTime, (ILogger)logger, metrics)
    {
    }

    internal PostgresJournal(
        PostgresDatabase database, PostgresOptions options, TimeProvider clusterTime, ILogger logger,
        JournalMetrics? metrics = null)
    {
        Database = database;
        _tail = new(database, logger);
        _store = new(database, _tail, _own, logger);
        _loader = new(database.Loader);
        _snapshots = new(database.Projections, logger);
        var limits = new GroupCommitLimits { QueuedEvents = options.QueuedEvents };
        _commits = new(_store, limits, clusterTime, logger, TaskScheduler.Default, metrics ?? new());
    }

    /// <summary>What it is in.</summary>
    internal PostgresDatabase Database { get; }

    /// <inheritdoc/>
    public Task<OpenedStream> OpenAsync(
        StreamId stream, int stateSchema, CancellationToken cancellationToken = default) =>
        OpenAsync(stream, stateSchema, null, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OpenedStream>> OpenAllAsync(
        IReadOnlyList<StreamId> streams, int stateSchema, PenGroup group,
        CancellationToken cancellationToken = default) =>
        await Task.WhenAll(streams.Select(stream => OpenAsync(stream, stateSchema, group, cancellationToken)));

    /// <inheritdoc/>
    public Task BeatAsync() => _commits.BeatAsync();

    /// <inheritdoc/>
    public Task<long> HeadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        StorableText.Demand(stream);
        return _loader.HeadAsync(stream, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournaledEvent>> ReadStreamAsync(
        StreamId stream, long from, long to = long.MaxValue, int limit = int.MaxValue,
        CancellationToken cancellationToken = default) =>
        AskAsync(
            (connection, stop) => StreamQueries.ReadAsync(connection, stream, (from, to, limit), stop),
            cancellationToken);

    /// <inheritdoc/>
    public Task<JournaledEvent?> FindCauseAsync(
        StreamId stream, string cause, CancellationToken cancellationToken = default) =>
        AskAsync(
            (connection, stop) => StreamQueries.FindCauseAsync(connection, stream, cause, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StreamId>> ListStreamsAsync(
        TenantId tenant, string kind, string prefix = "", string after = "", int limit = 1_000,
        CancellationToken cancellationToken = default) =>
        AskAsync(
            (connection, stop) => StreamQueries.ListAsync(connection, new(tenant, kind, prefix), (after, limit), stop),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StreamHead>> HeadsAsync(string kind, CancellationToken cancellationToken = default) =>
        AskAsync((connection, stop) => StreamQueries.HeadsAsync(connection, kind, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournaledEvent>> ReadTailAsync(
        Position after, int limit, CancellationToken cancellationToken = default) =>
        Database.Projections.ReadAsync(
            (connection, stop) => Tail.ReadAsync(connection, after, limit, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournaledEvent>> ReadNewsAsync(
        Position after, int limit, CancellationToken cancellationToken = default) =>
        Database.Projections.ReadAsync(
            (connection, stop) => Tail.ReadNewsAsync(connection, _own, after, limit, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournaledEvent>> ReadBackAsync(
        Position before, int limit, CancellationToken cancellationToken = default) =>
        Database.Projections.ReadAsync(
            (connection, stop) => Tail.ReadBackAsync(connection, before, limit, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<Position> TailPositionAsync(CancellationToken cancellationToken = default) =>
        Database.Projections.ReadAsync(Tail.NewestAsync, cancellationToken);

    /// <inheritdoc/>
    public Task<long?> AboutEventsAsync(CancellationToken cancellationToken = default) =>
        Database.Projections.ReadAsync(Tail.AboutAsync, cancellationToken);

    /// <inheritdoc/>
    public Task WaitForTailAsync(Position after, CancellationToken cancellationToken = default) =>
        _tail.WaitAsync(after, cancellationToken);

    /// <inheritdoc/>
    public Task SaveSnapshotAsync(StreamId stream, Snapshot snapshot, CancellationToken cancellationToken = default) =>
        _snapshots.SaveAsync(stream, snapshot, cancellationToken);

    /// <summary>
    /// Single questions wait here and not for a connection: the pool gives up after seconds, and after a failover
    /// thousands ask at once.
    /// </summary>
    private async Task<T> AskAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> question, CancellationToken cancellationToken)
    {
        if (!await _asking.WaitAsync(QuestionQueueTimeout, cancellationToken))
        {
            throw new JournalUnavailableException("Too many questions wait for the journal's database.");
        }
        try
        {
            return await Database.Queries.ReadAsync(question, cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Commits what is queued and lets go of the database, which stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _commits.DisposeAsync();
            await _store.DisposeAsync();
            await _snapshots.DisposeAsync();
            await _loader.DisposeAsync();
            await _tail.DisposeAsync();
            _asking.Dispose();
        }
    }

    /// <inheritdoc/>
    public Pen Continue(StreamId stream, long version, byte[] hash, PenGroup? group = null) =>
        _commits.PenFor(stream, version, hash, group);

    /// <summary>The loader reads the streams that are opened together with few statements.</summary>
    private async Task<OpenedStream> OpenAsync(
        StreamId stream, int stateSchema, PenGroup? group, CancellationToken cancellationToken)
    {
        StorableText.Demand(stream);
        var loaded = await _loader.LoadAsync(stream, stateSchema, cancellationToken);
        return new(loaded.Snapshot, loaded.Events, _commits.PenFor(stream, loaded.Version, loaded.Hash, group));
    }

#pragma warning disable VSTHRD002 // A container that is disposed of synchronously leaves nothing uncommitted either.
    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
}
