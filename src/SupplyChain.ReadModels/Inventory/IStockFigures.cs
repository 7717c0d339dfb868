using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>
/// Stock summed over products and warehouses, derived like <see cref="IReadModels"/> and with the same failures.
/// </summary>
public interface IStockFigures
{
    /// <summary>Products with their stock, by SKU.</summary>
    Task<Page<StockSummary>> StockSummaryAsync(
        TenantId tenant, StockSummaryQuery query, PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>Who holds a product and who waits for it, by priority, then age.</summary>
    Task<Page<StockHolder>> HoldersAsync(
        TenantId tenant, HolderQuery query, PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>The books of a product; null when nothing ever happened to it. Reads all of its ledgers.</summary>
    Task<StockBooks?> BooksAsync(TenantId tenant, Sku sku, CancellationToken cancellationToken = default);

    /// <summary>Warehouses with their figures, by id.</summary>
    Task<Page<WarehouseSummary>> WarehouseSummaryAsync(
        TenantId tenant, WarehouseSummaryQuery query, PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>What a warehouse has to do, and what it did from one day to another.</summary>
    Task<WarehouseLoad> WarehouseLoadAsync(
        TenantId tenant, WarehouseId warehouse, (DateOnly From, DateOnly To) days,
        CancellationToken cancellationToken = default);
}
