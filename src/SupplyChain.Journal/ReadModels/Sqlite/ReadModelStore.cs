using Microsoft.Extensions.Logging;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Journal.Verification;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>
/// The read tables of a data directory: the file in use, the connections that read it, and during a rebuild the file
/// beside it that will take its place.
/// </summary>
public sealed class ReadModelStore : IReadTableSource, IDisposable
{
    // States kept to go on from, per kind: about 2 KB each.
    private const int CachedStates = 10_000;
    private const int Readers = 4;

    // The engine removes a log by its name when the last connection closes: no file may be exchanged under one.
    private readonly SemaphoreSlim _exchange = new(1);
    private readonly IJournal _journal;
    private readonly ILogger _logger;
    private readonly string _path;
    private readonly ReadFile _file;
    private readonly ReadFile _next;
    private int _disposed;

    /// <summary>Opens the tables, and makes them where there are none that can be used.</summary>
    public ReadModelStore(DataDirectory directory, IJournal journal, TimeProvider clock, ILogger<ReadModelStore> logger)
        : this(directory.File("read.db"), journal, clock, logger)
    {
    }

    internal ReadModelStore(string path, IJournal journal, TimeProvider clock, ILogger logger)
    {
        (_path, _journal, _logger) = (path, journal, logger);
        _file = new(path, clock);
        _next = new(path + ".next", clock);
        _next.Delete();
        Live = Open(_file);
        Pool = new(() => new(_file.OpenReader()), Readers);
    }

    internal Projector Live { get; private set; }

    internal Projector? Next { get; private set; }

    internal ReadPool Pool { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Pool.Dispose();
            Live.Dispose();
            Next?.Dispose();
            _exchange.Dispose();
        }
    }

    /// <summary>Begins to build the tables anew, beside the ones in use.</summary>
    internal void StartNext()
    {
        _next.Delete();
        Next = Open(_next);
    }

    /// <summary>Puts the new tables in the place of the old ones.</summary>
    internal void UseNext()
    {
        Next!.Dispose();
        Next = null;
        Exchange(() => _next.Replace(_file, _path));
    }

    /// <summary>Empties the tables in use.</summary>
    internal void StartOver() => Exchange(_file.Delete);

    /// <inheritdoc/>
    public IReadTables OpenTables()
    {
        _exchange.Wait();
        try
        {
            return new ReadTables(_file.OpenReader(), () => _exchange.Release());
        }
        catch
        {
            _exchange.Release();
            throw;
        }
    }

    private void Exchange(Action exchange)
    {
        _exchange.Wait();
        try
        {
            Pool.Exchange(() =>
            {
                Live.Dispose();
                try
                {
                    exchange();
                }
                finally
                {
                    Live = Open(_file);
                }
            });
        }
        finally
        {
            _exchange.Release();
        }
    }

    private Projector Open(ReadFile file) => new(_journal, file.OpenWriter(), CachedStates, _logger);
}
