using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>
/// Unfinished work that is being finished: one task a stream, a bounded number at once. Nothing waits for a slow one
/// except what was left in the same stream; what fails, and not only for a while, rests longer each time.
/// </summary>
public sealed class DueWorkQueue(DueWorkHandlers handlers, TimeProvider time, ILogger<DueWorkDispatcher> log)
{
    private const int MaxConcurrentStreams = 64;
    private static readonly TimeSpan WorkTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MinBackoff = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromMinutes(1);
    private readonly Channel<DueWork> _waiting = Channel.CreateBounded<DueWork>(MaxConcurrentStreams);
    private readonly ConcurrentDictionary<StreamId, long> _underway = new();
    private readonly ConcurrentDictionary<StreamId, DueWork> _again = new();
    private readonly ConcurrentDictionary<StreamId, Rest> _resting = new();

    /// <summary>Finishes what is put into the queue until the node stops.</summary>
    public Task RunAsync(CancellationToken stopping) =>
        Task.WhenAll(Enumerable.Range(0, MaxConcurrentStreams).Select(_ => RunOneAsync(stopping)));

    /// <summary>Takes in what is not under way and not resting; what has changed since it was begun is done once more
    /// afterwards.</summary>
    /// <returns>How many streams were taken in.</returns>
    public async Task<int> AddAsync(IEnumerable<DueWork> due, CancellationToken stopping)
    {
        var added = 0;
        foreach (var work in due)
        {
            if (IsResting(work))
            {
                continue;
            }
            if (_underway.TryAdd(work.Stream, work.Version))
            {
                await _waiting.Writer.WriteAsync(work, stopping);
                added++;
            }
            else if (_underway.TryGetValue(work.Stream, out var version) && work.Version > version)
            {
                _again[work.Stream] = work;
            }
        }
        return added;
    }

    /// <summary>Runs work; trouble with it is told and left: it stays due and is tried again.</summary>
    /// <returns>False when it failed for a reason that will not pass by itself.</returns>
    public async Task<bool> QuietlyAsync(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
        catch (Exception trouble) when (IsTransient(trouble))
        {
            log.Postponed(trouble.Message);
        }
        catch (Exception fault)
        {
            log.Failed(what, fault);
            return false;
        }
        return true;
    }

    private async Task RunOneAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var work in _waiting.Reader.ReadAllAsync(stopping))
            {
                await FinishAsync(work, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task FinishAsync(DueWork work, CancellationToken stopping)
    {
        var passed = await QuietlyAsync(work.Stream.ToString(), () =>
        {
            CallContext.Actor = "system";
            CallContext.Deadline = time.GetUtcNow() + WorkTimeout;
            return handlers.FinishAsync(work, stopping);
        });
        if (passed)
        {
            _resting.TryRemove(work.Stream, out _);
        }
        else
        {
            _resting[work.Stream] = Longer(work);
        }
        _underway.TryRemove(work.Stream, out _);
        if (_again.TryRemove(work.Stream, out var newer) && _underway.TryAdd(newer.Stream, newer.Version))
        {
            await FinishAsync(newer, stopping);
        }
    }

    /// <summary>A rest that is longer than the last one of the same stream.</summary>
    private Rest Longer(DueWork work)
    {
        if (!_resting.TryGetValue(work.Stream, out var last))
        {
            return new(work.Version, time.GetTimestamp(), new(MinBackoff, MaxBackoff, time));
        }
        last.Backoff.Grow();
        return last with { Version = work.Version, Since = time.GetTimestamp() };
    }

    private bool IsResting(DueWork work) =>
        _resting.TryGetValue(work.Stream, out var rest) && work.Version <= rest.Version
        && time.GetElapsedTime(rest.Since) < rest.Backoff.NextWait;

    private static bool IsTransient(Exception trouble) => trouble is UnavailableException or BusyException
        or TimeoutException or JournalUnavailableException or Orleans.Runtime.OrleansException;

    private sealed record Rest(long Version, long Since, Backoff Backoff);
}
