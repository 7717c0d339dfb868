using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Lists products with their stock, by SKU unless the page says otherwise.</summary>
[GenerateSerializer, Immutable, Alias("list-stock-summary")]
public sealed record ListStockSummary(
    [property: Id(0)] StockSummaryQuery Query, [property: Id(1)] PageQuery Page);

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
    [property: Id(0), Filter("q", "Only those whose SKU or description contains it.")]
    string? Text = null,
    [property: Id(1), Filter(
        "warehouse",
        "Only those with a stock item there; on hand, reserved, available and the number of warehouses are of these "
        + "warehouses then.")]
    Items<WarehouseId> Warehouses = default,
    [property: Id(2), Filter("outOfStock", "Only those of which nothing is available.")]
    bool OutOfStock = false,
    [property: Id(3), Filter("waiting", "Only those that order lines wait for.")]
    bool Waiting = false,
    [property: Id(4), Filter("sku", "Only that product.", Place = 1)]
    Items<Sku> Skus = default);

/// <summary>A product with its stock in several warehouses together.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Description">What it is.</param>
/// <param name="OnHand">Units in the warehouses.</param>
/// <param name="Reserved">Units of them that belong to order lines.</param>
/// <param name="Waiting">Units that order lines wait for, wherever they are to come from.</param>
/// <param name="Warehouses">How many warehouses have units of it.</param>
[GenerateSerializer, Immutable, Alias("stock-summary")]
public sealed record StockSummary(
    [property: Id(0)] Sku Sku,
    [property: Id(1)] string Description,
    [property: Id(2)] long OnHand,
    [property: Id(3)] long Reserved,
    [property: Id(4)] long Waiting,
    [property: Id(5)] int Warehouses) : IListed
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "sku", "description", "onHand", "reserved", "available", "waiting", "warehouses",
    ];

    /// <summary>Units without a reservation: on hand − reserved.</summary>
    public long Available => OnHand - Reserved;
}
