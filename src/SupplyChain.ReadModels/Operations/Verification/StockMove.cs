using SupplyChain.Inventory;
using SupplyChain.Journal;

namespace SupplyChain.Operations.Verification;

/// <summary>What a document did to a stock item, from the stock item's event.</summary>
/// <param name="Item">The stock item.</param>
/// <param name="Line">The document's line; null when it was not moved by itself.</param>
/// <param name="Delta">Units by which on hand changed.</param>
/// <param name="Consumed">Reserved units that left; null when none could.</param>
/// <param name="Restored">Units that are reserved again; null when none could.</param>
internal readonly record struct StockMove(
    StreamId Item, int? Line, long Delta, Items<IssuedUnits>? Consumed, Items<IssuedUnits>? Restored)
{
    /// <summary>Of what.</summary>
    public Sku Sku => StockItemId.Parse(Item.Id).Sku;
}
