using Microsoft.Extensions.Logging;
using Npgsql;
using SupplyChain.Journal;
using SupplyChain.Journal.Postgres;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;

namespace SupplyChain.Tables.Postgres;

/// <summary>
/// The read tables of a cluster. One silo at a time takes the journal further into them; the others look how far they
/// are, and the first to see that no silo leads takes over, with nothing but what is durable.
/// </summary>
internal sealed partial class PostgresProjectionStore(
    NpgsqlDataSource projections, NpgsqlDataSource queries, IJournal journal, IBusinessClock business, ILogger logger,
    RecentAppends? recent = null)
    : IProjectionStore, IReadTableSource
{
    // States kept to go on from, per kind: about 2 KB each.
    private const int StateCacheCapacity = 10_000;

    // Of an order that is still decided a row is written again, with all its indexes.
    private static readonly TimeSpan BusyWriteInterval = TimeSpan.FromMilliseconds(300);

    private readonly ILogger _logger = logger;
    private volatile RebuildState _rebuild = new(0, 0, 0);
    private ProjectionSession? _session;
    private Projector? _live;
    private Projector? _next;
    private bool _failed;

    /// <inheritdoc/>
    public ProjectionState State { get; private set; } = new(Position.Start, 0, 0);

    /// <inheritdoc/>
    public RebuildState Rebuild => _rebuild;

    /// <inheritdoc/>
    public TimeSpan BusyInterval => BusyWriteInterval;

    /// <inheritdoc/>
    public async ValueTask<Projector?> LeadAsync(CancellationToken cancellationToken)
    {
        if (_failed)
        {
            await LetGoAsync();
            _failed = false;
        }
        _session ??= await ProjectionSession.OpenAsync(projections, cancellationToken);
        (State, _rebuild, var leads) = await _session.LookAsync(cancellationToken);
        if (leads && _live is null)
        {
            _live = await OpenAsync(_session, "", recent, cancellationToken);
            LogLeads(_live.Position);
            await _session.RunAsync(PostgresLayout.DropFormer, cancellationToken);
            if (!await PostgresTables.CountAllAsync(_session.Connection, cancellationToken))
            {
                LogBuildsAnew();
                await WantRebuildAsync(cancellationToken);
            }
        }
        return _live;
    }

    /// <inheritdoc/>
    public async Task LetGoAsync()
    {
        CloseProjectors();
        if (_session is not null)
        {
            await _session.DisposeAsync();
            _session = null;
        }
    }

    /// <inheritdoc/>
    public void Fail(Exception failure)
    {
        _failed = true;
        if (Unavailable.WasCut(failure))
        {
            projections.Clear();
        }
    }

    /// <inheritdoc/>
    public async Task StartOverAsync(CancellationToken cancellationToken)
    {
        CloseProjectors();
        await PostgresTables.EmptyAsync(_session!.Connection, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<long> WantRebuildAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var want = projections.CreateCommand("""
                UPDATE rebuilds SET wanted = done + 1, percent = CASE WHEN wanted > done THEN percent ELSE 0 END
                RETURNING wanted
                """);
            return (long)(await want.ExecuteScalarAsync(cancellationToken))!;
        }
        catch (Exception failure) when (Unavailable.IsProviders(failure))
        {
            throw new JournalUnavailableException("The read tables could not be reached.", failure);
        }
    }

    /// <inheritdoc/>
    public async Task TellFilledAsync(CancellationToken cancellationToken)
    {
        await _session!.RunAsync("UPDATE rebuilds SET done = wanted", cancellationToken);
        _rebuild = _rebuild with { Done = _rebuild.Wanted };
    }

    /// <inheritdoc/>
    public async Task<Projector> NextAsync(CancellationToken cancellationToken)
    {
        if (_next is null)
        {
            await PostgresTables.MakeNextAsync(_session!.Connection, cancellationToken);
            _next = await OpenAsync(_session, PostgresLayout.NextSchema + ".", null, cancellationToken);
        }
        return _next;
    }

    /// <inheritdoc/>
    public async Task TellPercentAsync(double percent, CancellationToken cancellationToken)
    {
        await _session!.RunAsync(
            FormattableString.Invariant($"UPDATE rebuilds SET percent = {percent}"), cancellationToken);
        _rebuild = _rebuild with { Percent = percent };
    }

    /// <inheritdoc/>
    public async Task<bool> UseNextAsync(CancellationToken cancellationToken)
    {
        if (!await PostgresTables.UseNextAsync(_session!.Connection, cancellationToken))
        {
            return false;
        }
        CloseProjectors();
        _rebuild = _rebuild with { Done = _rebuild.Wanted };
        return true;
    }

    /// <inheritdoc/>
    public IReadTables OpenTables()
    {
        try
        {
            return new ReadTables(new PostgresReadSession(queries).StandingStill(), () => { });
        }
        catch (Exception failure) when (Unavailable.IsProviders(failure))
        {
            throw new JournalUnavailableException("The read tables could not be read.", failure);
        }
    }

    private void CloseProjectors()
    {
        _live?.Dispose();
        _next?.Dispose();
        (_live, _next) = (null, null);
    }

    private async Task<Projector> OpenAsync(
        ProjectionSession session, string prefix, RecentAppends? known, CancellationToken cancellationToken) =>
        new(journal, await PostgresTableWriter.OpenAsync(session.Connection, prefix, cancellationToken), business,
            StateCacheCapacity, _logger, known);

    [LoggerMessage(
        LogLevel.Information,
        "A node of an earlier release took the read tables further; they are built anew to count what it did not.")]
    private partial void LogBuildsAnew();

    [LoggerMessage(LogLevel.Information, "This silo takes the read tables further from {Position}.")]
    private partial void LogLeads(Position position);
}
