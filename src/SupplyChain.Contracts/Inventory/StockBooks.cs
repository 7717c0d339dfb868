namespace SupplyChain.Inventory;

/// <summary>
/// The books of a product, summed over every movement of its ledgers: received + adjusted = on hand + shipped + between
/// warehouses.
/// </summary>
/// <param name="Sku">The product.</param>
/// <param name="Received">Units that came.</param>
/// <param name="Adjusted">Units that counts and corrections added; negative when they took more away.</param>
/// <param name="Shipped">Units that left for customers, without those that turned out not to have.</param>
/// <param name="OnHand">Units on hand, as the levels of its stock items say.</param>
/// <param name="Movements">How many movements were summed.</param>
/// <param name="Unbalanced">Stock items whose ledger and level differ; 0 when the books balance.</param>
[GenerateSerializer, Immutable, Alias("stock-books")]
public sealed record StockBooks(
    [property: Id(0)] Sku Sku,
    [property: Id(1)] long Received,
    [property: Id(2)] long Adjusted,
    [property: Id(3)] long Shipped,
    [property: Id(4)] long OnHand,
    [property: Id(5)] long Movements,
    [property: Id(6)] int Unbalanced)
{
    /// <summary>Units that left a warehouse with a transfer and did not arrive in another: in transit, or lost on the
    /// way; below zero when more arrived than left.</summary>
    [Id(7)] public long BetweenWarehouses { get; init; }

    /// <summary>Whether every stock item's ledger adds up to what is on hand there.</summary>
    public bool Balanced => Unbalanced == 0;
}
