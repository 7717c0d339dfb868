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
/// <param name="Balanced">Whether every stock item's ledger adds up to what is on hand there.</param>
/// <param name="BetweenWarehouses">Units that left with a transfer and did not arrive: in transit, or lost on the
/// way.</param>
[SchemaName("StockBooks")]
public sealed record StockBooksAnswer(
    Sku Sku, long Received, long Adjusted, long Shipped, long OnHand, long Movements, int Unbalanced, bool Balanced,
    long BetweenWarehouses)
{
    internal static StockBooksAnswer Of(StockBooks books) => new(
        books.Sku,
        books.Received,
        books.Adjusted,
        books.Shipped,
        books.OnHand,
        books.Movements,
        books.Unbalanced,
        books.Balanced,
        books.BetweenWarehouses);
}
