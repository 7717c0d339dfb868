using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Tables;

/// <summary>Answers about stock in sum.</summary>
internal sealed partial class TableReadModels : IStockFigures
{
    /// <inheritdoc/>
    public Task<Page<StockSummary>> StockSummaryAsync(
        TenantId tenant, StockSummaryQuery query, PageQuery page, CancellationToken cancellationToken = default) =>
        Read(session => StockSummaryList.Read(session, tenant, query, page), cancellationToken);

    /// <inheritdoc/>
    public Task<Page<StockHolder>> HoldersAsync(
        TenantId tenant, HolderQuery query, PageQuery page, CancellationToken cancellationToken = default) =>
        Read(session => HolderList.Read(session, tenant, query, page), cancellationToken);

    /// <inheritdoc/>
    public Task<StockBooks?> BooksAsync(TenantId tenant, Sku sku, CancellationToken cancellationToken = default) =>
        Read(session => BooksOfProduct.Read(session, tenant, sku), cancellationToken);

    /// <inheritdoc/>
    public Task<Page<WarehouseSummary>> WarehouseSummaryAsync(
        TenantId tenant, WarehouseSummaryQuery query, PageQuery page, CancellationToken cancellationToken = default) =>
        Read(session => WarehouseSummaryList.Read(session, tenant, query, page), cancellationToken);

    /// <inheritdoc/>
    public Task<WarehouseLoad> WarehouseLoadAsync(
        TenantId tenant, WarehouseId warehouse, (DateOnly From, DateOnly To) days,
        CancellationToken cancellationToken = default) =>
        Read(session => LoadOfWarehouse.Read(session, tenant, warehouse, days), cancellationToken);
}
