using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// The writing side: one connection, made anew after a failure that left it in doubt, at first at once and then less
/// and less often, yet each second.
/// </summary>
internal sealed partial class PostgresBatchStore(
    PostgresDatabase database, TailWatch tail, OwnRows own, ILogger logger)
    : IBatchStore, IAsyncDisposable
{
    private const int MaxDeadlockTries = 5;

    private static readonly TimeSpan StatementTimeout = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan MinReconnectBackoff = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxReconnectBackoff = TimeSpan.FromSeconds(1);

    private readonly Backoff _backoff = new(MinReconnectBackoff, MaxReconnectBackoff, TimeProvider.System);
    private PostgresWriter? _writer;
    private bool _failed;

    /// <inheritdoc/>
    public async ValueTask ReadyAsync()
    {
        if (_writer is not null)
        {
            return;
        }
        if (_failed)
        {
            await _backoff.WaitAsync();
        }
        try
        {
            _writer = await PostgresWriter.OpenAsync(database, own);
        }
        catch
        {
            _failed = true;
            throw;
        }
        if (_failed)
        {
            LogBack();
        }
        _failed = false;
        _backoff.Reset();
    }

    /// <inheritdoc/>
    public ValueTask<bool> WriteAsync(IReadOnlyList<JournaledEvent> rows) =>
        SendAsync(writer => writer.InsertAsync(rows));

    /// <inheritdoc/>
    public async ValueTask BeatAsync() => await SendAsync(writer => writer.BeatAsync());

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<StreamId, long>> ReadHeadsAsync(IReadOnlyCollection<StreamId> streams) =>
        await OrCloseAsync(writer => writer.ReadHeadsAsync(streams));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<(StreamId Stream, string Cause)>> ReadTakenCausesAsync(
        IReadOnlyCollection<(StreamId Stream, string Cause)> causes) =>
        await OrCloseAsync(writer => writer.ReadTakenCausesAsync(causes));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_writer is { } writer)
        {
            _writer = null;
            await writer.DisposeAsync();
        }
    }

    private async ValueTask<bool> SendAsync(Func<PostgresWriter, Task<DateTimeOffset>> statement)
    {
        for (var deadlocks = 1; ; deadlocks++)
        {
            var writer = _writer ?? throw new UnreachableException("Nothing is written before the store is ready.");
            var asked = database.Time.GetTimestamp();
            var insert = statement(writer);
            try
            {
                var databaseTime = await insert.WaitAsync(StatementTimeout);
                database.Time.Observe(databaseTime, asked, database.Time.GetTimestamp());
                tail.Look();
                return true;
            }
            catch (PostgresException violation) when (violation.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                return false;
            }
            catch (PostgresException deadlock)
                when (deadlock.SqlState == PostgresErrorCodes.DeadlockDetected && deadlocks < MaxDeadlockTries)
            {
                // The server took everything back: nothing landed.
            }
            catch (TimeoutException) when (!insert.IsCompleted)
            {
                // It is left alone, not cancelled: a commit that waits for a standby would end at that, and be seen
                // by all readers although it could still be lost.
                _writer = null;
                _ = DisposeAfterAsync(insert, writer);
                throw;
            }
            catch
            {
                await DisposeAsync();
                throw;
            }
        }
    }

    private static async Task DisposeAfterAsync(Task insert, PostgresWriter writer)
    {
        await insert.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await writer.DisposeAsync();
    }

    private async Task<T> OrCloseAsync<T>(Func<PostgresWriter, Task<T>> read)
    {
        try
        {
            return await read(_writer ?? throw new UnreachableException("Nothing is read before the store is ready."));
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The journal's database is back")]
    private partial void LogBack();
}
