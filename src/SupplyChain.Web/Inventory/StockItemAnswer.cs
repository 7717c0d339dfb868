using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>A stock item as it is now.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="OnHand">Units in the warehouse.</param>
/// <param name="Reserved">Units of them that belong to order lines.</param>
/// <param name="Rationed">Lines wait for the product: only its backlog gives units away.</param>
/// <param name="Version">The stock item's version, 0 when it never had stock.</param>
/// <param name="Available">Units without a reservation: on hand − reserved.</param>
[SchemaName("StockLevel")]
public sealed record StockItemAnswer(
    Sku Sku, WarehouseId Warehouse, long OnHand, long Reserved, bool Rationed, long Version, long Available)
    : IVersioned
{
    internal static StockItemAnswer Of(StockLevel level) => new(
        level.Sku,
        level.Warehouse,
        level.OnHand,
        level.Reserved,
        level.Rationed,
        level.Version,
        level.Available);
}
