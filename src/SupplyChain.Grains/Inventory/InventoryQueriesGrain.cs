using Orleans.Concurrency;
using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>Answers questions about many stock items and products.</summary>
[GrainType("inventory-queries"), StatelessWorker, Reentrant]
public sealed class InventoryQueriesGrain(IReadModels readModels, IJournal journal, PastStates past)
    : Grain, IInventoryQueriesGrain
{
    private TenantId Tenant => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<Page<StockLevel>> Stock(ListStock query) =>
        Queries.Run(() => readModels.StockAsync(Tenant, query.Query, query.Page, CallContext.Scope));

    /// <inheritdoc/>
    public Task<StockLevel?> AsOf(StockItemAsOf query) => Queries.Run(async () =>
    {
        var stream = new StreamId(Tenant, StockItem.Kind, query.Id.ToString());
        if (!CallContext.Scope.Includes(query.Id.Warehouse)
            || await past.ReadAsync<StockItem, StockEvent>(stream, query.Then) is not { } item)
        {
            return null;
        }
        var then = query.Then.Version is { } version ? await past.WhenAsync(stream, version) : query.Then;
        var backlog = await past.ReadAsync<Backlog, BacklogEvent>(
            new(Tenant, Backlog.Kind, query.Id.Sku.Value), then);
        return item.Level(query.Id, backlog?.IsRationed == true);
    });

    /// <inheritdoc/>
    public Task<Page<LedgerEntry>?> Ledger(ListLedger query) =>
        !CallContext.Scope.Includes(query.StockItem.Warehouse)
            ? Task.FromResult<Page<LedgerEntry>?>(null)
            : Queries.Run(() => journal.LedgerAsync(Tenant, query.StockItem, query.Page));

    /// <inheritdoc/>
    public Task<Page<ProductDetails>> Products(PageQuery page) =>
        Queries.Run(() => readModels.ProductsAsync(Tenant, page));

    /// <inheritdoc/>
    public Task<Page<StockSummary>> Summary(ListStockSummary query) =>
        Queries.Run(() => readModels.StockSummaryAsync(Tenant, query.Query, query.Page, CallContext.Scope));

    /// <inheritdoc/>
    public Task<Page<StockHolder>> Holders(ListHolders query) =>
        Queries.Run(() => readModels.HoldersAsync(Tenant, query.Query, query.Page, CallContext.Scope));

    /// <inheritdoc/>
    public Task<StockBooks?> Books(Sku sku) => Queries.Run(() => readModels.BooksAsync(Tenant, sku, CallContext.Scope));
}
