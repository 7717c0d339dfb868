using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>Units of one line that no warehouse supplies now.</summary>
/// <param name="Line">The line number.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="Rejections">The warehouses that were considered, and why they could not help.</param>
public sealed record SourcingShortfall(int Line, Sku Sku, long Quantity, RejectedWarehouses Rejections)
{
    /// <summary>Whether only other lines of the ship-complete order stand in its way.</summary>
    public bool IsWithdrawn { get; init; }
}
