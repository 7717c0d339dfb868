using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Which order lines hold a product or wait for it; what is null or empty does not filter.</summary>
/// <param name="Sku">The product.</param>
/// <param name="State">Those that hold, or those that wait.</param>
/// <param name="Warehouses">Those that hold units there, or wait for one of these alone.</param>
[GenerateSerializer, Immutable, Alias("holder-query")]
public sealed record HolderQuery(
    [property: Id(0)] Sku Sku,
    [property: Id(1)] HolderState? State = null,
    [property: Id(2)] Items<WarehouseId> Warehouses = default);
