using SupplyChain.Access;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>Products, stock, receipts and adjustments.</summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A
/// malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
public sealed class InventoryClient
{
    private readonly Calls _calls;

    internal InventoryClient(Calls calls) => _calls = calls;

    /// <summary>Defines or replaces a product.</summary>
    public Task<ProductReply> PutProductAsync(
        Sku sku, PutProduct product, CancellationToken cancellationToken = default) =>
        _calls.Send<ProductReply, ProductDetails>(
            "product.put", sku.Value, product.Validate(), () => Product(sku).Put(product), cancellationToken);

    /// <summary>The product; null when there is none.</summary>
    public Task<ProductDetails?> GetProductAsync(Sku sku, CancellationToken cancellationToken = default) =>
        _calls.Find("product.get", sku.Value, () => Product(sku).Get(), cancellationToken);

    /// <summary>Lists products by SKU or as <paramref name="sort"/> says (see <see cref="Sorting"/>).</summary>
    /// <exception cref="MalformedSortException">
    /// It names none of <see cref="ProductDetails.SortFields"/>.
    /// </exception>
    public IAsyncEnumerable<ProductDetails> ListProductsAsync(
        string? sort = null, CancellationToken cancellationToken = default) =>
        Paging.List(ListProductsPageAsync, sort, cancellationToken);

    /// <summary>A page of the list of products.</summary>
    public Task<Page<ProductDetails>> ListProductsPageAsync(
        PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Ask("product.list", () => Queries.Products(page), cancellationToken);

    /// <summary>Records a goods receipt; it is answered once every line is in stock. Safe to repeat.</summary>
    public Task<ReceiptReply> RecordReceiptAsync(
        ReceiptId id, RecordReceipt receipt, CancellationToken cancellationToken = default) =>
        _calls.Send<ReceiptReply, ReceiptDetails>(
            "receipt.record",
            id.Value,
            receipt.Validate(_calls.Now),
            () => _calls.Actor<IReceiptGrain>(id.Value).Record(receipt),
            cancellationToken);

    /// <summary>The goods receipt; null when there is none.</summary>
    public Task<ReceiptDetails?> GetReceiptAsync(ReceiptId id, CancellationToken cancellationToken = default) =>
        _calls.Find(
            "receipt.get", id.Value, () => _calls.Actor<IReceiptGrain>(id.Value).Get(), cancellationToken);

    /// <summary>Corrects on hand by a difference. Safe to repeat.</summary>
    public Task<AdjustmentReply> RecordAdjustmentAsync(
        AdjustmentId id, RecordAdjustment adjustment, CancellationToken cancellationToken = default) =>
        _calls.Send<AdjustmentReply, AdjustmentDetails>(
            "adjustment.record",
            id.Value,
            adjustment.Validate(_calls.Now),
            () => _calls.Actor<IAdjustmentGrain>(id.Value).Record(adjustment),
            cancellationToken);

    /// <summary>What an adjustment would change, for the stock item and for orders; it changes nothing.</summary>
    public Task<AdjustmentPreviewReply> PreviewAdjustmentAsync(
        AdjustmentId id, RecordAdjustment adjustment, CancellationToken cancellationToken = default) =>
        _calls.Send<AdjustmentPreviewReply, AdjustmentPreview>(
            "adjustment.preview",
            id.Value,
            adjustment.Validate(_calls.Now),
            () => _calls.Queries<IPreviewGrain>().Adjust(new(id, adjustment)),
            cancellationToken);

    /// <summary>The adjustment; null when there is none.</summary>
    public Task<AdjustmentDetails?> GetAdjustmentAsync(
        AdjustmentId id, CancellationToken cancellationToken = default) =>
        _calls.Find(
            "adjustment.get", id.Value, () => _calls.Actor<IAdjustmentGrain>(id.Value).Get(), cancellationToken);

    /// <summary>Where a product lies, read from the stock items themselves.</summary>
    public async Task<ProductStock> GetStockAsync(Sku sku, CancellationToken cancellationToken = default)
    {
        Calls.Check(sku.Value);
        var items = await _calls.Ask(
            "stock.get", () => _calls.Actor<IAvailabilityGrain>(sku.Value).Levels(), cancellationToken);
        return new(sku, items, new(items.Sum(i => i.OnHand), items.Sum(i => i.Reserved), items.Sum(i => i.Available)));
    }

    /// <summary>A stock item as it was then; null when there was none, or no such version.</summary>
    public Task<StockLevel?> GetStockAsync(
        StockItemId stockItem, AsOf then, CancellationToken cancellationToken = default)
    {
        Calls.Check(stockItem.Sku.Value);
        Calls.Check(stockItem.Warehouse.Value);
        return _calls.Ask("stock.as-of", () => Queries.AsOf(new StockItemAsOf(stockItem, then)), cancellationToken);
    }

    /// <summary>A stock item as it is now; its version is 0 when it never had stock.</summary>
    public Task<StockLevel> GetStockAsync(StockItemId stockItem, CancellationToken cancellationToken = default)
    {
        Calls.Check(stockItem.Sku.Value);
        Calls.Check(stockItem.Warehouse.Value);
        return _calls.Ask(
            "stock.item", () => _calls.Actor<IStockGrain>(stockItem.ToString()).Get(), cancellationToken);
    }

    /// <summary>
    /// Lists stock items by SKU and warehouse or as <paramref name="sort"/> says (see <see cref="Sorting"/>).
    /// </summary>
    /// <exception cref="MalformedSortException">It names none of <see cref="StockLevel.SortFields"/>.</exception>
    public IAsyncEnumerable<StockLevel> ListStockAsync(
        StockQuery? query = null, string? sort = null, CancellationToken cancellationToken = default) =>
        Paging.List((page, stop) => ListStockPageAsync(query ?? new(), page, stop), sort, cancellationToken);

    /// <summary>A page of the list of stock items.</summary>
    public Task<Page<StockLevel>> ListStockPageAsync(
        StockQuery query, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Ask("stock.list", () => Queries.Stock(new ListStock(query, page)), cancellationToken);

    /// <summary>A stock item's movements, newest first; none when there is no such stock item.</summary>
    public IAsyncEnumerable<LedgerEntry> LedgerAsync(
        StockItemId stockItem, CancellationToken cancellationToken = default) =>
        Paging.All<LedgerEntry>(
            (page, cancellation) => LedgerPageAsync(stockItem, page, cancellation), null, cancellationToken);

    /// <summary>A page of a stock item's movements, newest first; null when there is no such stock item.</summary>
    public Task<Page<LedgerEntry>?> LedgerPageAsync(
        StockItemId stockItem, PageQuery page, CancellationToken cancellationToken = default)
    {
        Calls.Check(stockItem.Sku.Value);
        Calls.Check(stockItem.Warehouse.Value);
        return _calls.Ask("stock.ledger", () => Queries.Ledger(new ListLedger(stockItem, page)), cancellationToken);
    }

    /// <summary>
    /// A page of the list of products with their stock, by SKU or as the page says (<see
    /// cref="StockSummary.SortFields"/>).
    /// </summary>
    public Task<Page<StockSummary>> ListSummaryPageAsync(
        StockSummaryQuery query, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Ask("stock.summary", () => Queries.Summary(new(query, page)), cancellationToken);

    /// <summary>
    /// A page of the order lines that hold a product and those that wait for it, by priority and age or as the page
    /// says (<see cref="StockHolder.SortFields"/>).
    /// </summary>
    public Task<Page<StockHolder>> ListHoldersPageAsync(
        HolderQuery query, PageQuery page, CancellationToken cancellationToken = default)
    {
        Calls.Check(query.Sku.Value);
        return _calls.Ask("stock.holders", () => Queries.Holders(new(query, page)), cancellationToken);
    }

    /// <summary>
    /// The books of a product, summed over its ledgers and compared with its levels; null when nothing ever happened
    /// to it.
    /// </summary>
    public Task<StockBooks?> GetBooksAsync(Sku sku, CancellationToken cancellationToken = default)
    {
        Calls.Check(sku.Value);
        return _calls.Ask("stock.books", () => Queries.Books(sku), cancellationToken);
    }

    private IInventoryQueriesGrain Queries => _calls.Queries<IInventoryQueriesGrain>();

    private IProductGrain Product(Sku sku) => _calls.Actor<IProductGrain>(sku.Value);
}
