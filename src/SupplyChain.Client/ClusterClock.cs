using SupplyChain.Access;
using SupplyChain.Operations;

namespace SupplyChain;

/// <summary>
/// The cluster's time as this process knows it: its own clock, put right by what the cluster says. So a machine whose
/// clock is wrong sends deadlines that mean what they should.
/// </summary>
/// <param name="cluster">Says what time it is there.</param>
/// <param name="session">What the question shows.</param>
/// <param name="machine">This process's own clock.</param>
internal sealed class ClusterClock(Func<IOperationsGrain> cluster, AccessSession session, TimeProvider machine)
    : TimeProvider, IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _stop = new();
    private Task _asking = Task.CompletedTask;
    private long _aheadTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    /// <inheritdoc/>
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Asks now, and then every half minute until it is disposed of.</summary>
    public async Task StartAsync()
    {
        await TryAskAsync();
        _asking = AskAgainAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _asking;
        _stop.Dispose();
    }

    private async Task AskAgainAsync()
    {
        using var timer = new PeriodicTimer(PollInterval, machine);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                await TryAskAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The clock was disposed.
        }
    }

    /// <summary>What was known last is good enough until the next time.</summary>
    private async Task TryAskAsync()
    {
        try
        {
            await AskAsync();
        }
        catch (AccessDeniedException)
        {
            session.Forget(); // Whoever calls next is told.
        }
        catch (Exception failure) when (Transient.Is(failure))
        {
            // A machine's own clock is right more often than not.
        }
    }

    /// <summary>Asks; the answer is as old as half the time it took.</summary>
    /// <exception cref="AccessDeniedException">The key is not accepted.</exception>
    public async Task AskAsync()
    {
        CallContext.Token = await session.TokenAsync();
        var asked = machine.GetTimestamp();
        var said = await cluster().Now();
        var now = said + (machine.GetElapsedTime(asked) / 2);
        Interlocked.Exchange(ref _aheadTicks, (now - machine.GetUtcNow()).Ticks);
    }
}
