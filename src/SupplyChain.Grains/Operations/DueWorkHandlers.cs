using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Journal.ReadModels;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Operations;

/// <summary>Finishes what a stream left unfinished. News travels here, outside the actors, so their calls never run in a circle.</summary>
public sealed class DueWorkHandlers(
    IGrainFactory grains, IClosingQueries closings, IProjection projection, IJournal journal, ILogger<DueWorkHandlers> log)
{
    private readonly ConcurrentDictionary<(TenantId, WarehouseId), SemaphoreSlim> _clearing = new();

    /// <summary>Finishes one stream's work.</summary>
    public Task FinishAsync(DueWork work, CancellationToken cancellationToken)
    {
        var (tenant, kind, id) = work.Stream;
        var key = GrainKey.Of(tenant, id);
        return (kind, work.Work) switch
        {
            ("order", _) => grains.GetGrain<IOrderGrain>(key).Resume(),
            ("receipt", _) => grains.GetGrain<IReceiptGrain>(key).Resume(),
            ("adjustment", _) => grains.GetGrain<IAdjustmentGrain>(key).Resume(),
            ("import", _) => grains.GetGrain<IImportGrain>(key).Resume(),
            ("stock", _) => TellOfDrops(tenant, StockItemId.Parse(id)),
            ("shipment", UnfinishedWork.Own) => grains.GetGrain<IShipmentGrain>(key).Resume(),
            ("shipment", _) => TellOrder(tenant, id),
            ("backlog", UnfinishedWork.Own) => grains.GetGrain<IBacklogGrain>(key).Resume(),
            ("backlog", _) => TellOfGrants(tenant, id),
            ("warehouse", _) => ClearAsync(tenant, id, cancellationToken),
            _ => Unknown(work),
        };
    }

    /// <summary>
    /// Moves everything that can move out of a closed warehouse, order by order, by priority. The read models show first every
    /// reservation made before the closing; later ones are found by the next look.
    /// </summary>
    public async Task ClearAsync(TenantId tenant, WarehouseId id, CancellationToken cancellationToken)
    {
        var one = _clearing.GetOrAdd((tenant, id), _ => new(1, 1));
        await one.WaitAsync(cancellationToken);
        try
        {
            var warehouse = grains.GetGrain<IWarehouseGrain>(GrainKey.Of(tenant, id));
            if (await warehouse.Get() is not { Status: WarehouseStatus.Closed } details)
            {
                return;
            }
            await projection.WaitForAsync(await journal.TailPositionAsync(cancellationToken), cancellationToken);
            var (resourced, backordered) = (details.Closing?.ResourcedLines ?? 0, details.Closing?.BackorderedLines ?? 0);
            foreach (var order in await closings.OrdersToMoveAsync(tenant, id, cancellationToken: cancellationToken))
            {
                var left = await grains.GetGrain<IOrderGrain>(GrainKey.Of(tenant, order))
                    .LeaveWarehouse(new(id, details.ClosingVersion));
                resourced += left.ResourcedLines;
                backordered += left.BackorderedLines;
                await warehouse.RecordClosing(new(details.ClosingVersion, resourced, backordered, Finished: false));
            }
            await warehouse.RecordClosing(new(details.ClosingVersion, resourced, backordered, Finished: true));
        }
        finally
        {
            one.Release();
        }
    }

    private async Task TellOfDrops(TenantId tenant, StockItemId item)
    {
        var stock = grains.GetGrain<IStockGrain>(GrainKey.Of(tenant, item));
        var dropped = await stock.Dropped();
        foreach (var drops in dropped.GroupBy(drop => drop.Key.Order))
        {
            var order = grains.GetGrain<IOrderGrain>(GrainKey.Of(tenant, drops.Key));
            await order.LoseReservations(new(item, drops.ToItems()));
        }
        await stock.ConfirmDropped(new(dropped.Select(drop => drop.Key).ToItems()));
    }

    private async Task TellOrder(TenantId tenant, ShipmentId id)
    {
        if (await grains.GetGrain<IShipmentGrain>(GrainKey.Of(tenant, id)).Get() is { } shipment)
        {
            await grains.GetGrain<IOrderGrain>(GrainKey.Of(tenant, shipment.Order)).SyncShipment(new(id));
        }
    }

    private async Task TellOfGrants(TenantId tenant, Sku sku)
    {
        var backlog = grains.GetGrain<IBacklogGrain>(GrainKey.Of(tenant, sku));
        var news = await backlog.Handover();
        foreach (var order in news.Grants.Select(grant => grant.Order).Distinct())
        {
            await grains.GetGrain<IOrderGrain>(GrainKey.Of(tenant, order)).AcceptGrants(new(sku));
        }
        foreach (var order in news.Completable)
        {
            await grains.GetGrain<IOrderGrain>(GrainKey.Of(tenant, order)).RetryComplete();
        }
        if (news.Completable.Count > 0)
        {
            await backlog.Told(new(news.Completable));
        }
    }

    private Task Unknown(DueWork work)
    {
        log.Unknown(work.Stream.ToString());
        return Task.CompletedTask;
    }
}
