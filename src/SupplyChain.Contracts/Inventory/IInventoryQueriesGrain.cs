using SupplyChain.Access;

namespace SupplyChain.Inventory;

/// <summary>Questions about many stock items and products; keyed by tenant.</summary>
[GrainInterfaceType("inventory-queries"), Alias("inventory-queries"), Needs(Permission.Read), Scoped(Scope.ByList)]
public interface IInventoryQueriesGrain : IGrainWithStringKey
{
    /// <summary>Lists stock items.</summary>
    [Alias("stock")] Task<Page<StockLevel>> Stock(ListStock query);

    /// <summary>A stock item as it was then; null when there was none.</summary>
    [Alias("as-of"), Scoped(Scope.ByEntity)] Task<StockLevel?> AsOf(StockItemAsOf query);

    /// <summary>A stock item's movements; null when there is no such stock item.</summary>
    [Alias("ledger"), Scoped(Scope.ByEntity)] Task<Page<LedgerEntry>?> Ledger(ListLedger query);

    /// <summary>Lists products by SKU.</summary>
    [Alias("products"), Scoped(Scope.Everything)] Task<Page<ProductDetails>> Products(PageQuery page);

    /// <summary>Lists products with their stock.</summary>
    [Alias("summary")] Task<Page<StockSummary>> Summary(ListStockSummary query);

    /// <summary>Lists who holds a product and who waits for it.</summary>
    [Alias("holders")] Task<Page<StockHolder>> Holders(ListHolders query);

    /// <summary>The books of a product; null when nothing ever happened to it.</summary>
    [Alias("books")] Task<StockBooks?> Books(Sku sku);
}
