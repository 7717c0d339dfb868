using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>A stock item as it is now.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="OnHand">Units in the warehouse.</param>
/// <param name="Reserved">Units of them that belong to order lines.</param>
/// <param name="Rationed">Lines wait for the product: only its backlog gives units away.</param>
/// <param name="Version">The stock item's version, 0 when it never had stock.</param>
[GenerateSerializer, Immutable, Alias("stock-level")]
public sealed record StockLevel(
    [property: Id(0)] Sku Sku,
    [property: Id(1)] WarehouseId Warehouse,
    [property: Id(2)] long OnHand,
    [property: Id(3)] long Reserved,
    [property: Id(4)] bool Rationed,
    [property: Id(5)] long Version) : IListed
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "sku", "warehouse", "onHand", "reserved", "available", "rationed", "version",
    ];

    /// <summary>Units without a reservation: on hand − reserved.</summary>
    public long Available => OnHand - Reserved;
}
