using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal;
using SupplyChain.Journal.ReadModels;

namespace SupplyChain.Operations;

/// <summary>
/// Unfinished work that is being finished: one task a stream, a bounded number at once. Nothing waits for a slow one
/// except what was left in the same stream.
/// </summary>
public sealed class DueWorkQueue(DueWorkHandlers handlers, TimeProvider time, ILogger<DueWorkDispatcher> log)
{
    private const int AtOnce = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Channel<DueWork> _waiting = Channel.CreateBounded<DueWork>(AtOnce);
    private readonly ConcurrentDictionary<StreamId, long> _underway = new();
    private readonly ConcurrentDictionary<StreamId, DueWork> _again = new();

    /// <summary>Finishes what is put into the queue until the node stops.</summary>
    public Task RunAsync(CancellationToken stopping) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => QuietlyAsync(async () =>
        {
            await foreach (var work in _waiting.Reader.ReadAllAsync(stopping))
            {
                await FinishAsync(work, stopping);
            }
        })));

    /// <summary>Takes in what is not under way; what has changed since it was begun is done once more
    /// afterwards.</summary>
    public async Task AddAsync(IEnumerable<DueWork> due, CancellationToken stopping)
    {
        foreach (var work in due)
        {
            if (_underway.TryAdd(work.Stream, work.Version))
            {
                await _waiting.Writer.WriteAsync(work, stopping);
            }
            else if (_underway.TryGetValue(work.Stream, out var version) && work.Version > version)
            {
                _again[work.Stream] = work;
            }
        }
    }

    /// <summary>Runs work; trouble with it is told and left: it stays due and is tried again.</summary>
    public async Task QuietlyAsync(Func<Task> work)
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
    }

    private async Task FinishAsync(DueWork work, CancellationToken stopping)
    {
        try
        {
            await QuietlyAsync(() =>
            {
                CallContext.Actor = "system";
                CallContext.Deadline = time.GetUtcNow() + Patience;
                return handlers.FinishAsync(work, stopping);
            });
        }
        catch (Exception fault)
        {
            log.Failed(work.Stream.ToString(), fault);
        }
        finally
        {
            _underway.TryRemove(work.Stream, out _);
        }
        if (_again.TryRemove(work.Stream, out var newer) && _underway.TryAdd(newer.Stream, newer.Version))
        {
            await FinishAsync(newer, stopping);
        }
    }

    private static bool IsTransient(Exception trouble) => trouble is UnavailableException or BusyException
        or TimeoutException or JournalUnavailableException or Orleans.Runtime.OrleansException;
}
