using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// Finds out how far the journal can be read, for all in this process that wait at its end: at once after a
/// commit of our own, otherwise a few times a second, because other silos write too.
/// </summary>
internal sealed partial class TailWatch : IAsyncDisposable
{
    private const string Ends = $"""
        SELECT v.epoch, v.xid, v.n, w.epoch, w.xid, w.n, {Tail.Horizon}, clock_timestamp()
        FROM (VALUES (1)) AS one
        LEFT JOIN LATERAL (SELECT j.epoch, j.xid, j.n FROM journal j WHERE {Tail.Readable}
            ORDER BY j.epoch DESC, j.xid DESC, j.n DESC LIMIT 1) v ON true
        LEFT JOIN LATERAL (SELECT j.epoch, j.xid, j.n FROM journal j
            ORDER BY j.epoch DESC, j.xid DESC, j.n DESC LIMIT 1) w ON true
        """;

    private static readonly TimeSpan MinPollInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan MaxPollInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan FailureBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HeldTailThreshold = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReminderInterval = TimeSpan.FromSeconds(30);

    private sealed record Seen(Position Readable, Position Written, ulong Horizon);

    private readonly PostgresDatabase _database;
    private readonly ILogger _logger;
    private readonly TailSignal _signal = new();
    private readonly SemaphoreSlim _look = new(0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Stopwatch _held = new();
    private readonly Stopwatch _reminded = new();
    private readonly Task _loop;
    private Position _heldBack;
    private int _waiters;
    private volatile bool _unseen;

    /// <summary>Begins to look.</summary>
    public TailWatch(PostgresDatabase database, ILogger logger)
    {
        (_database, _logger) = (database, logger);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Something was committed: looks at once while a follower waits, else when the next one comes.</summary>
    public void Look()
    {
        _unseen = true;
        LookIfWanted();
    }

    /// <summary>Completes once something can be read behind the position, or after a second.</summary>
    public async Task WaitAsync(Position after, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiters);
        try
        {
            LookIfWanted();
            await _signal.WaitAsync(after, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiters);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _loop;
        _closing.Dispose();
        _look.Dispose();
    }

    private void LookIfWanted()
    {
        if (_unseen && Volatile.Read(ref _waiters) > 0 && _look.CurrentCount == 0)
        {
            _look.Release();
        }
    }

    private async Task RunAsync()
    {
        var (polls, last) = (new Backoff(MinPollInterval, MaxPollInterval, TimeProvider.System), Position.Start);
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                _unseen = false;
                var seen = await _database.Projections.ReadAsync(ReadAsync, _closing.Token);
                var news = seen.Readable > last;
                if (news)
                {
                    _signal.Publish(last = seen.Readable);
                }
                await WatchHorizonAsync(seen);
                if ((news || seen.Written > seen.Readable) && Volatile.Read(ref _waiters) > 0)
                {
                    polls.Reset();
                }
                else
                {
                    polls.Grow();
                }
                // Commits come faster than followers need to know.
                await Task.Delay(MinPollInterval, _closing.Token);
                await _look.WaitAsync(polls.NextWait, _closing.Token);
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) // the loop must live; the writer says what is wrong with the database
            {
                LogCannotLook(failure);
                await Task.Delay(FailureBackoff, _closing.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<Seen> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var asked = _database.Time.GetTimestamp();
        await using var command = new NpgsqlCommand(Ends, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (seen, databaseTime) = Read(reader);
        _database.Time.Observe(databaseTime, asked, _database.Time.GetTimestamp());
        return seen;
    }

    /// <summary>The row that was read is in memory whole: no column waits for the server.</summary>
    private static (Seen Seen, DateTimeOffset DatabaseTime) Read(NpgsqlDataReader row) => (
        new(
            row.IsDBNull(0) ? Position.Start : JournalRows.ReadPosition(row, 0),
            row.IsDBNull(3) ? Position.Start : JournalRows.ReadPosition(row, 3),
            row.GetFieldValue<ulong>(6)),
        row.GetFieldValue<DateTimeOffset>(7));

    /// <summary>Says who holds the tail back, when a row that is written cannot be read for too long.</summary>
    private async Task WatchHorizonAsync(Seen seen)
    {
        if (seen.Readable >= _heldBack)
        {
            _heldBack = seen.Written;
            _held.Restart();
            _reminded.Reset();
        }
        else if (_held.Elapsed > HeldTailThreshold && (!_reminded.IsRunning || _reminded.Elapsed > ReminderInterval))
        {
            _reminded.Restart();
            foreach (var holder in await HorizonHolders.FindAsync(_database.Projections, seen.Horizon, _closing.Token))
            {
                LogHeldBack(_held.Elapsed.TotalSeconds, holder);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "For {Seconds:F0} s the journal cannot be followed, because a transaction has not ended: {Holder}")]
    private partial void LogHeldBack(double seconds, string holder);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The journal's end could not be looked at")]
    private partial void LogCannotLook(Exception failure);
}
