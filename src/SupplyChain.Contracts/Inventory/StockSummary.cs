namespace SupplyChain.Inventory;

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
    [property: Id(5)] int Warehouses)
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "sku", "description", "onHand", "reserved", "available", "waiting", "warehouses",
    ];

    /// <summary>Units without a reservation: on hand − reserved.</summary>
    public long Available => OnHand - Reserved;
}
