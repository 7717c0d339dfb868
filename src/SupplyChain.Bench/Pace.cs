using System.Diagnostics;

namespace SupplyChain.Bench;

/// <summary>
/// When the next operation of a client is due: as soon as the last is answered (a closed loop), or, with a rate, at
/// fixed times that the answers do not change (an open loop). What an operation waits for its client then counts as
/// its latency, as it would for a caller who waits at that client.
/// </summary>
internal sealed class Pace(int clients, int? perSecond)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>When it is due; null without a rate.</summary>
    /// <param name="client">The client, from 0.</param>
    /// <param name="index">Its operation, from 0.</param>
    public long? Due(int client, long index) => perSecond is { } rate
        ? _start + (long)((index * clients + client) * (double)Stopwatch.Frequency / rate)
        : null;

    /// <summary>Waits until it is due, and says when that was: before now, when the client is late.</summary>
    public async ValueTask<long> WaitAsync(int client, long index, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var now = Stopwatch.GetTimestamp();
        if (Due(client, index) is not { } due)
            return now;
        if (due > now)
        {
            // Never before it is due: timers only know milliseconds.
            var wait = Stopwatch.GetElapsedTime(now, due).TotalMilliseconds;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait)), stop);
        }
        return due;
    }
}
