using SupplyChain.Network;
using SupplyChain.Planner;

namespace SupplyChain.Inventory;

/// <summary>Reads everything the page of a product shows, with the client an ERP system uses.</summary>
public sealed class ProductReading(SupplyChainClient chain, Names names, TimeProvider time)
{
    /// <summary>Up to how many movements the books are summed whenever something happens.</summary>
    private const long FewMovements = 20_000;
    private const int HoldersShown = 100;
    private const int EntriesShown = 10;

    /// <summary>The product and what belongs to it; null when there is none.</summary>
    public async Task<ProductSeen?> ReadAsync(Sku sku, ProductSeen? before, CancellationToken cancellationToken)
    {
        var inventory = chain.Inventory;
        if (await inventory.GetProductAsync(sku, cancellationToken) is not { } product)
            return null;
        var stock = inventory.GetStockAsync(sku, cancellationToken);
        var holders = inventory.ListHoldersPageAsync(new(sku), new PageQuery(HoldersShown), cancellationToken);
        var summary = inventory.ListSummaryPageAsync(new(Skus: [sku]), new PageQuery(1), cancellationToken);
        var (books, booksAt) = before is { Books.Movements: > FewMovements }
            ? (before.Books, before.BooksAt)
            : (await inventory.GetBooksAsync(sku, cancellationToken), time.GetUtcNow());
        var sites = await names.WarehousesAsync(cancellationToken);
        var read = await stock;
        return new(
            product, read, (await summary).Items.Sum(found => found.Waiting), await holders, books, booksAt,
            read.Items.Select(item => item.Warehouse)
                .Concat((await holders).Items.Select(one => one.Warehouse).OfType<WarehouseId>())
                .Distinct().Where(sites.ContainsKey).ToDictionary(id => id.Value, id => sites[id]),
            sites.Count, time.GetUtcNow());
    }

    /// <summary>A page of what happened to a stock item; null when nothing ever did.</summary>
    public async Task<LedgerSeen?> LedgerAsync(
        StockItemId item, string? after, CancellationToken cancellationToken) =>
        await chain.Inventory.LedgerPageAsync(item, new PageQuery(EntriesShown, after), cancellationToken) is { } page
            ? new(item.Warehouse, after, page)
            : null;

    /// <summary>A stock item as it was then; null when there was none, or no such version.</summary>
    public async Task<StockLevel?> StockItemAsync(
        StockItemId item, AsOf then, CancellationToken cancellationToken) =>
        await chain.Inventory.GetStockAsync(item, then, cancellationToken);
}
