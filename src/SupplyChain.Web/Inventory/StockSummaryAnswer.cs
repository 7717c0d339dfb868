using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Inventory;

/// <summary>A product with its stock in several warehouses together.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Description">What it is.</param>
/// <param name="OnHand">Units in the warehouses.</param>
/// <param name="Reserved">Units of them that belong to order lines.</param>
/// <param name="Waiting">Units that order lines wait for, wherever they are to come from.</param>
/// <param name="Warehouses">How many warehouses have units of it.</param>
/// <param name="Available">Units without a reservation: on hand − reserved.</param>
[SchemaName("StockSummary")]
public sealed record StockSummaryAnswer(
    Sku Sku,
    [property: MaxLength(Limits.MaxText)] string Description,
    long OnHand,
    long Reserved,
    long Waiting,
    int Warehouses,
    long Available)
{
    internal static StockSummaryAnswer Of(StockSummary stock) => new(
        stock.Sku,
        stock.Description,
        stock.OnHand,
        stock.Reserved,
        stock.Waiting,
        stock.Warehouses,
        stock.Available);
}
