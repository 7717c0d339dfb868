using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal;
using SupplyChain.Journal.ReadModels;

namespace SupplyChain.Operations;

/// <summary>
/// Finds unfinished work and has it finished: news for other actors at once, what an actor left half-done after a grace period, and goods
/// that landed in a closed warehouse each second. Everything it starts can be repeated, so several of them do no harm.
/// </summary>
public sealed class DueWorkDispatcher(
    IDueWork dueWork, IClosingQueries closings, DueWorkHandlers handlers, TimeProvider time, ILogger<DueWorkDispatcher> log)
    : BackgroundService
{
    private const int Batch = 512;
    private const int AtOnce = 32;
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(HandOver(stoppingToken), LookAround(stoppingToken));

    /// <summary>News is passed on as soon as it can be read.</summary>
    private async Task HandOver(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Quietly(async () =>
            {
                await dueWork.WaitAsync(stopping);
                await Finish(await dueWork.ReadAsync(Batch, UnfinishedWork.Handover, stopping), stopping);
            });
        }
    }

    /// <summary>Once a second everything that was left is taken up again.</summary>
    private async Task LookAround(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Rhythm, time);
        while (await Ticked(timer, stopping))
        {
            await Quietly(async () =>
            {
                var due = await dueWork.ReadAsync(Batch, null, stopping);
                var now = time.GetUtcNow();
                await Finish(due.Where(work => now - work.Since > Grace), stopping);
                foreach (var (tenant, warehouse) in await closings.ClosedWarehousesWithGoodsToMoveAsync(stopping))
                {
                    await handlers.ClearAsync(tenant, warehouse, stopping);
                }
            });
        }
    }

    private Task Finish(IEnumerable<DueWork> work, CancellationToken stopping) => Parallel.ForEachAsync(
        work,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
        async (item, _) => await Quietly(async () =>
        {
            CallContext.Actor = "system";
            CallContext.Deadline = time.GetUtcNow() + Patience;
            await handlers.FinishAsync(item, stopping);
        }));

    /// <summary>Trouble with one item is told and left: the work stays due and is tried again.</summary>
    private async Task Quietly(Func<Task> work)
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

    private static bool IsTransient(Exception trouble) => trouble is UnavailableException or BusyException
        or TimeoutException or JournalUnavailableException or Orleans.Runtime.OrleansException;

    private static async Task<bool> Ticked(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
