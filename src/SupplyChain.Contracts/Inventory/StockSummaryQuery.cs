using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Which products to list with their stock; what is null, empty or false does not filter.</summary>
/// <param name="Text">Those whose SKU or description contains it; upper and lower case of ASCII are alike.</param>
/// <param name="Warehouses">
/// Those that have a stock item in one of these; figures are of these warehouses then, except what waits.
/// </param>
/// <param name="OutOfStock">Those of which nothing is available.</param>
/// <param name="Waiting">Those that order lines wait for.</param>
/// <param name="Skus">These.</param>
[GenerateSerializer, Immutable, Alias("stock-summary-query")]
public sealed record StockSummaryQuery(
    [property: Id(0)] string? Text = null,
    [property: Id(1)] Items<WarehouseId> Warehouses = default,
    [property: Id(2)] bool OutOfStock = false,
    [property: Id(3)] bool Waiting = false,
    [property: Id(4)] Items<Sku> Skus = default);
