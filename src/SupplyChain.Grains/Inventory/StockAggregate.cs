using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>Stock items: owners of demands hear of reservations that were dropped.</summary>
internal sealed class StockAggregate(IGrainFactory grains) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => StockItem.Kind;

    /// <inheritdoc/>
    public async Task HandOverAsync(TenantId tenant, string id, CancellationToken cancellationToken)
    {
        var item = StockItemId.Parse(id);
        var supply = grains.GetGrain<ISupplyActor>(GrainKey.Of(tenant, item.Sku));
        var dropped = await supply.Dropped(item.Warehouse);
        await Handover.TellEachAsync(dropped.GroupBy(drop => drop.Key.Owner), drops =>
            grains.OwnerOf(tenant, drops.Key).LoseReservations(new(item, drops.ToItems())));
        await supply.ConfirmDropped(new(item.Warehouse, new(dropped)));
    }
}
