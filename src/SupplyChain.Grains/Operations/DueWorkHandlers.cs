using Microsoft.Extensions.Logging;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Journal.ReadModels;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Operations;

/// <summary>Finishes what a stream left unfinished. News travels here, outside the actors, so their calls never run in
/// a circle.</summary>
public sealed class DueWorkHandlers(IGrainFactory grains, WarehouseClearing clearing, ILogger<DueWorkHandlers> log)
{
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
            ("warehouse", _) => clearing.ClearAsync(tenant, id, cancellationToken),
            _ => Unknown(work),
        };
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
