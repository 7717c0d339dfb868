using Microsoft.Extensions.Hosting;
using SupplyChain.Network;

namespace SupplyChain.Operations;

/// <summary>
/// Finds unfinished work and has it finished: news for other actors at once, what an actor left half-done after a grace
/// period, goods that landed in a closed warehouse, and goods of a warehouse that opened, each second. Of a cluster's
/// silos the one that keeps the read models does it; everything it starts can be repeated, so that a moment with two of
/// them does no harm.
/// </summary>
public sealed class DueWorkDispatcher(
    IDueWork dueWork, IClosingQueries closings, WarehouseClearing clearing, WarehouseOpenings openings,
    DueWorkQueue queue, IProjection projection, TimeProvider time)
    : BackgroundService
{
    private const int MinBatch = 512;
    private const int MaxBatch = MinBatch << 6;
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TakeUpDelay = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        queue.RunAsync(stoppingToken), HandOver(stoppingToken), LookAround(stoppingToken),
        ClearWarehouses(stoppingToken), ServeOpenings(stoppingToken));

    /// <summary>News is passed on as soon as it can be read.</summary>
    private async Task HandOver(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var passed = await queue.QuietlyAsync("handing over", async () =>
            {
                await dueWork.WaitAsync(stopping);
                if (projection.Leads)
                {
                    await AddOldest(UnfinishedWork.Handover, _ => true, stopping);
                }
            });
            if (!passed)
            {
                await Task.Delay(LookInterval, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Once a second everything that was left is taken up again.</summary>
    private Task LookAround(CancellationToken stopping) => EachSecond("looking around", () =>
    {
        var now = time.GetUtcNow();
        return AddOldest(null, work => now - work.Since > TakeUpDelay, stopping);
    }, stopping);

    /// <summary>Takes in the oldest work; when none of it can be taken in, it looks behind it.</summary>
    private async Task AddOldest(UnfinishedWork? sort, Func<DueWork, bool> isDue, CancellationToken stopping)
    {
        for (var most = MinBatch; most <= MaxBatch; most *= 4)
        {
            var due = await dueWork.ReadAsync(most, sort, stopping);
            if (await queue.AddAsync(due.Where(isDue), stopping) > 0 || due.Count < most || !isDue(due[^1]))
            {
                return;
            }
        }
    }

    /// <summary>Once a second goods are found that landed in a warehouse that was closed meanwhile.</summary>
    private Task ClearWarehouses(CancellationToken stopping) => EachSecond("closed warehouses", async () =>
    {
        foreach (var (tenant, warehouse) in await closings.ClosedWarehousesWithGoodsToMoveAsync(stopping))
        {
            await queue.QuietlyAsync(
                $"warehouse {warehouse}", () => clearing.ClearAsync(tenant, warehouse, stopping));
        }
    }, stopping);

    /// <summary>Once a second lines that wait get the goods of warehouses that opened.</summary>
    private Task ServeOpenings(CancellationToken stopping) => EachSecond("opened warehouses", async () =>
    {
        foreach (var opening in await openings.DueAsync(stopping))
        {
            await queue.QuietlyAsync($"warehouse {opening.Warehouse}", () => openings.ServeAsync(opening, stopping));
        }
    }, stopping);

    private async Task EachSecond(string what, Func<Task> look, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(LookInterval, time);
        while (await Ticked(timer, stopping))
        {
            if (projection.Leads)
            {
                await queue.QuietlyAsync(what, look);
            }
        }
    }

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
