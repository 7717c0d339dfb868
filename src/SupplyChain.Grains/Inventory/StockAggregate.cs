using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// Stock items: they live near their warehouse, and owners of demands hear of reservations that were dropped.
/// </summary>
internal sealed class StockAggregate(IGrainFactory grains) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => StockItem.Kind;

    /// <inheritdoc/>
    public async Task HandOverAsync(TenantId tenant, string id, CancellationToken cancellationToken)
    {
        var item = StockItemId.Parse(id);
        var stock = grains.GetGrain<IStockActor>(GrainKey.Of(tenant, item));
        var dropped = await stock.Dropped();
        await Handover.TellEachAsync(dropped.GroupBy(drop => drop.Key.Owner), drops =>
            grains.OwnerOf(tenant, drops.Key).LoseReservations(new(item, drops.ToItems())));
        await stock.ConfirmDropped(new(dropped));
    }

    /// <inheritdoc/>
    public WarehouseId? HomeOf(string id) => StockItemId.Parse(id).Warehouse;
}
