using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Operations;

/// <summary>Finishes what a stream left unfinished. News travels here, outside the actors, so their calls never run in
/// a circle.</summary>
public sealed class DueWorkHandlers(IGrainFactory grains, WarehouseClearing clearing, ILogger<DueWorkHandlers> log)
{
    private const int MaxConcurrentCalls = 16;

    /// <summary>Finishes one stream's work.</summary>
    public Task FinishAsync(DueWork work, CancellationToken cancellationToken)
    {
        var (tenant, kind, id) = work.Stream;
        var key = GrainKey.Of(tenant, id);
        return (kind, work.Work) switch
        {
            ("order", _) => grains.GetGrain<IOrderActor>(key).Resume(),
            ("receipt", _) => grains.GetGrain<IReceiptActor>(key).Resume(),
            ("adjustment", _) => grains.GetGrain<IAdjustmentActor>(key).Resume(),
            ("import", _) => grains.GetGrain<IImportActor>(key).Resume(),
            ("stock", _) => TellOfDrops(tenant, StockItemId.Parse(id)),
            ("shipment", UnfinishedWork.Own) => grains.GetGrain<IShipmentActor>(key).Resume(),
            ("shipment", _) => TellOrder(tenant, id),
            ("backlog", UnfinishedWork.Own) => grains.GetGrain<IBacklogActor>(key).Resume(),
            ("backlog", _) => TellOfGrants(tenant, id),
            ("warehouse", _) => clearing.ClearAsync(tenant, id, cancellationToken),
            _ => Unknown(work),
        };
    }

    private async Task TellOfDrops(TenantId tenant, StockItemId item)
    {
        var stock = grains.GetGrain<IStockActor>(GrainKey.Of(tenant, item));
        var dropped = await stock.Dropped();
        await Each(dropped.GroupBy(drop => drop.Key.Order), drops =>
            Order(tenant, drops.Key).LoseReservations(new(item, drops.ToItems())));
        await stock.ConfirmDropped(new(dropped));
    }

    private async Task TellOrder(TenantId tenant, ShipmentId id)
    {
        if (await grains.GetGrain<IShipmentGrain>(GrainKey.Of(tenant, id)).Get() is { } shipment)
        {
            await Order(tenant, shipment.Order).SyncShipment(new(id));
        }
    }

    private async Task TellOfGrants(TenantId tenant, Sku sku)
    {
        var backlog = grains.GetGrain<IBacklogActor>(GrainKey.Of(tenant, sku));
        var news = await backlog.Handover();
        await Each(news.Grants.Select(grant => grant.Order).Distinct(), order =>
            Order(tenant, order).AcceptGrants(new(sku)));
        foreach (var order in news.Completable)
        {
            await Order(tenant, order).RetryComplete(); // In the order of the queue.
        }
        if (news.Completable.Count > 0)
        {
            await backlog.ConfirmHandover(new(news.Completable));
        }
    }

    private IOrderActor Order(TenantId tenant, OrderId order) =>
        grains.GetGrain<IOrderActor>(GrainKey.Of(tenant, order));

    /// <summary>Tells all, also when one of them is in trouble; that is thrown in the end.</summary>
    private static async Task Each<T>(IEnumerable<T> all, Func<T, Task> tell)
    {
        var telling = new ConcurrentBag<Task>();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentCalls };
        await Parallel.ForEachAsync(all, limit, async (one, _) =>
        {
            var told = tell(one);
            telling.Add(told);
            await told.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        await Task.WhenAll(telling);
    }

    private Task Unknown(DueWork work)
    {
        log.Unknown(work.Stream.ToString());
        return Task.CompletedTask;
    }
}
