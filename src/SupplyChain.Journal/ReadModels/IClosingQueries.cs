using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Journal.ReadModels;

/// <summary>What closed warehouses still have to let go.</summary>
public interface IClosingQueries
{
    /// <summary>
    /// Orders that leaving the warehouse would still change: they hold goods there that are not picked, or have a
    /// picked shipment there that does not know of the closing. By priority, then age; at most <paramref
    /// name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<OrderId>> OrdersToMoveAsync(
        TenantId tenant, WarehouseId warehouse, int limit = int.MaxValue,
        CancellationToken cancellationToken = default);

    /// <summary>Closed warehouses, of every tenant, for which there are such orders.</summary>
    Task<IReadOnlyList<(TenantId Tenant, WarehouseId Warehouse)>> ClosedWarehousesWithGoodsToMoveAsync(
        CancellationToken cancellationToken = default);
}
