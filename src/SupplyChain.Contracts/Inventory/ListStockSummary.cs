namespace SupplyChain.Inventory;

/// <summary>Lists products with their stock, by SKU unless the page says otherwise.</summary>
[GenerateSerializer, Immutable, Alias("list-stock-summary")]
public sealed record ListStockSummary(
    [property: Id(0)] StockSummaryQuery Query, [property: Id(1)] PageQuery Page);
