using Microsoft.Extensions.Logging;
using SupplyChain.Journal;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;

namespace SupplyChain.Tables.Sqlite;

/// <summary>
/// The read tables of a data directory: the file in use, the connections that read it, and during a rebuild the file
/// beside it that will take its place.
/// </summary>
internal sealed class SqliteReadModelStore : IProjectionStore, IReadTableSource, IDisposable
{
    // States kept to go on from, per kind: about 2 KB each.
    private const int StateCacheCapacity = 10_000;
    private const int MaxReaders = 4;
    private static readonly TimeSpan BusyWriteInterval = TimeSpan.FromMilliseconds(150);

    // The engine removes a log by its name when the last connection closes: no file may be exchanged under one.
    private readonly SemaphoreSlim _exchange = new(1);
    private readonly IJournal _journal;
    private readonly IBusinessClock _business;
    private readonly ILogger _logger;
    private readonly RecentAppends? _recent;
    private readonly string _path;
    private readonly ReadFile _file;
    private readonly ReadFile _next;
    private readonly Lock _rebuilding = new();
    private volatile RebuildState _rebuild;
    private Projector _live;
    private Projector? _building;
    private bool _broken;
    private int _disposed;

    /// <summary>Opens the tables, and makes them where there are none that can be used.</summary>
    public SqliteReadModelStore(
        DataDirectory directory, IJournal journal, TimeProvider clock, IBusinessClock business,
        RecentAppends recent, ILogger<SqliteReadModelStore> logger)
        : this(directory.File("read.db"), journal, clock, business, logger, recent)
    {
    }

    public SqliteReadModelStore(
        string path, IJournal journal, TimeProvider clock, IBusinessClock business, ILogger logger,
        RecentAppends? recent = null)
    {
        (_path, _journal, _business, _logger, _recent) = (path, journal, business, logger, recent);
        _file = new(path, clock);
        _next = new(path + ".next", clock);
        _next.Delete();
        _live = Open(_file, _recent);
        _rebuild = new(0, _live.Position == Position.Start ? -1 : 0, 0);
        Pool = new(() => new SqliteReadSession(_file.OpenReader()), MaxReaders);
    }

    /// <summary>The reading connections.</summary>
    public SqliteReadPool Pool { get; }

    /// <inheritdoc/>
    public ProjectionState State => new(_live.Position, 0, 0);

    /// <inheritdoc/>
    public RebuildState Rebuild => _rebuild;

    /// <inheritdoc/>
    public TimeSpan BusyInterval => BusyWriteInterval;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Pool.Dispose();
            _live.Dispose();
            _building?.Dispose();
            _exchange.Dispose();
        }
    }

    /// <inheritdoc/>
    public ValueTask<Projector?> LeadAsync(CancellationToken cancellationToken)
    {
        if (_broken)
        {
            MakeAnew();
            _broken = false;
        }
        return ValueTask.FromResult<Projector?>(_live);
    }

    /// <inheritdoc/>
    public Task LetGoAsync() => Task.CompletedTask; // the directory is locked for this process

    /// <inheritdoc/>
    public void Fail(Exception failure) => _broken |= ReadFile.IsBroken(failure);

    /// <inheritdoc/>
    public Task StartOverAsync(CancellationToken cancellationToken)
    {
        MakeAnew();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<long> WantRebuildAsync(CancellationToken cancellationToken)
    {
        lock (_rebuilding)
        {
            _rebuild = _rebuild.Runs ? _rebuild : new(_rebuild.Wanted + 1, _rebuild.Done, 0);
            return Task.FromResult(_rebuild.Wanted);
        }
    }

    /// <inheritdoc/>
    public Task TellFilledAsync(CancellationToken cancellationToken)
    {
        lock (_rebuilding)
        {
            _rebuild = _rebuild with { Done = _rebuild.Wanted };
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Projector> NextAsync(CancellationToken cancellationToken)
    {
        if (_building is null)
        {
            _next.Delete();
            _building = Open(_next);
        }
        return Task.FromResult(_building);
    }

    /// <inheritdoc/>
    public Task TellPercentAsync(double percent, CancellationToken cancellationToken)
    {
        lock (_rebuilding)
        {
            _rebuild = _rebuild with { Percent = percent };
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> UseNextAsync(CancellationToken cancellationToken)
    {
        _building!.Dispose();
        _building = null;
        Exchange(() => _next.Replace(_file, _path));
        lock (_rebuilding)
        {
            _rebuild = _rebuild with { Done = _rebuild.Wanted };
        }
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public IReadTables OpenTables()
    {
        _exchange.Wait();
        try
        {
            var session = new SqliteReadSession(_file.OpenReader()).StandingStill();
            return new ReadTables(session, () => _exchange.Release());
        }
        catch
        {
            _exchange.Release();
            throw;
        }
    }

    private void MakeAnew()
    {
        Exchange(_file.Delete);
        lock (_rebuilding)
        {
            _rebuild = _rebuild with { Done = -1 };
        }
    }

    private void Exchange(Action exchange)
    {
        _exchange.Wait();
        try
        {
            Pool.Exchange(() =>
            {
                _live.Dispose();
                try
                {
                    exchange();
                }
                finally
                {
                    _live = Open(_file, _recent);
                }
            });
        }
        finally
        {
            _exchange.Release();
        }
    }

    private Projector Open(ReadFile file, RecentAppends? recent = null) =>
        new(_journal, new SqliteTableWriter(file.OpenWriter()), _business, StateCacheCapacity, _logger, recent);
}
