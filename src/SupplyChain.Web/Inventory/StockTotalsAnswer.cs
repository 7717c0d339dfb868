namespace SupplyChain.Inventory;

/// <summary>Units over all warehouses.</summary>
/// <param name="OnHand">Units in the warehouses.</param>
/// <param name="Reserved">Units of them that belong to order lines.</param>
/// <param name="Available">Units without a reservation.</param>
[SchemaName("StockTotals")]
public sealed record StockTotalsAnswer(long OnHand, long Reserved, long Available)
{
    internal static StockTotalsAnswer Of(StockTotals totals) => new(totals.OnHand, totals.Reserved, totals.Available);
}
