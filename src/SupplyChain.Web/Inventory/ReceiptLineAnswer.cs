using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Inventory;

/// <summary>Units of a product that arrived.</summary>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units, 1 to 1,000,000,000.</param>
[SchemaName("ReceiptLine")]
public sealed record ReceiptLineAnswer(Sku Sku, [property: Range(1, Limits.MaxQuantity)] long Quantity)
{
    internal static ReceiptLineAnswer Of(ReceiptLine line) => new(line.Sku, line.Quantity);
}
