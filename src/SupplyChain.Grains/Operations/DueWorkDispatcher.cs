using Microsoft.Extensions.Hosting;
using SupplyChain.Journal.ReadModels;

namespace SupplyChain.Operations;

/// <summary>
/// Finds unfinished work and has it finished: news for other actors at once, what an actor left half-done after a grace
/// period, goods that landed in a closed warehouse, and goods of a warehouse that opened, each second. Of a cluster's
/// silos the one that keeps the read models does it; everything it starts can be repeated, so that a moment with two of
/// them does no harm.
/// </summary>
public sealed class DueWorkDispatcher(
    IDueWork dueWork, IClosingQueries closings, WarehouseClearing clearing, WarehouseOpenings openings, DueWorkQueue queue,
    IProjection projection, TimeProvider time)
    : BackgroundService
{
    private const int Batch = 512;
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
        queue.RunAsync(stoppingToken), HandOver(stoppingToken), LookAround(stoppingToken), ClearWarehouses(stoppingToken),
        EachSecond(() => openings.LookAsync(stoppingToken), stoppingToken));

    /// <summary>News is passed on as soon as it can be read.</summary>
    private async Task HandOver(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await queue.QuietlyAsync(async () =>
            {
                await dueWork.WaitAsync(stopping);
                if (projection.Leads)
                {
                    await queue.AddAsync(await dueWork.ReadAsync(Batch, UnfinishedWork.Handover, stopping), stopping);
                }
            });
        }
    }

    /// <summary>Once a second everything that was left is taken up again.</summary>
    private Task LookAround(CancellationToken stopping) => EachSecond(async () =>
    {
        var due = await dueWork.ReadAsync(Batch, null, stopping);
        var now = time.GetUtcNow();
        await queue.AddAsync(due.Where(work => now - work.Since > Grace), stopping);
    }, stopping);

    /// <summary>Once a second goods are found that landed in a warehouse that was closed meanwhile.</summary>
    private Task ClearWarehouses(CancellationToken stopping) => EachSecond(async () =>
    {
        foreach (var (tenant, warehouse) in await closings.ClosedWarehousesWithGoodsToMoveAsync(stopping))
        {
            await clearing.ClearAsync(tenant, warehouse, stopping);
        }
    }, stopping);

    private async Task EachSecond(Func<Task> look, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Rhythm, time);
        while (await Ticked(timer, stopping))
        {
            if (projection.Leads)
            {
                await queue.QuietlyAsync(look);
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
