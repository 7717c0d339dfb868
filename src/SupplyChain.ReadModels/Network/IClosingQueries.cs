using SupplyChain.Inventory;

namespace SupplyChain.Network;

/// <summary>What closed warehouses still have to let go, and what opened ones can give again.</summary>
public interface IClosingQueries
{
    /// <summary>
    /// Owners that leaving the warehouse would still change: they hold goods there that are not picked, or have a
    /// picked shipment there that does not know of the closing. By priority, then age.
    /// </summary>
    Task<IReadOnlyList<OwnerToMove>> OwnersToMoveAsync(
        TenantId tenant, WarehouseId warehouse, CancellationToken cancellationToken = default);

    /// <summary>Closed warehouses, of every tenant, for which there are such owners.</summary>
    Task<IReadOnlyList<(TenantId Tenant, WarehouseId Warehouse)>> ClosedWarehousesWithGoodsToMoveAsync(
        CancellationToken cancellationToken = default);

    /// <summary>Open warehouses, of every tenant, that were changed since they were defined: one of them may have
    /// reopened.</summary>
    Task<IReadOnlyList<(TenantId Tenant, WarehouseId Warehouse, long Version)>> ChangedOpenWarehousesAsync(
        CancellationToken cancellationToken = default);

    /// <summary>Products in the warehouse for which lines wait.</summary>
    Task<IReadOnlyList<Sku>> WaitedForSkusAsync(
        TenantId tenant, WarehouseId warehouse, CancellationToken cancellationToken = default);
}
