namespace SupplyChain.Inventory;

/// <summary>Units of a product that arrived. Quantity 1 to 1,000,000,000.</summary>
[GenerateSerializer, Immutable, Alias("receipt-line")]
public sealed record ReceiptLine([property: Id(0)] Sku Sku, [property: Id(1)] long Quantity);
