using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain;

/// <summary>
/// Lists and figures, derived from the journal and a moment behind it. Every question is about one tenant. A page whose
/// <c>After</c> was never given out as a <c>Next</c> of that list in that order is a <see
/// cref="MalformedCursorException"/>, one whose <c>Sort</c> names what the list cannot be sorted by a <see
/// cref="MalformedSortException"/>; a store that cannot be read is a <see cref="JournalUnavailableException"/>.
/// </summary>
public interface IReadModels
{
    /// <summary>
    /// Orders, the newest first: by when they were placed, or recorded when that is unknown. <paramref name="today"/>
    /// decides what is late.
    /// </summary>
    Task<Page<OrderSummary>> OrdersAsync(
        TenantId tenant, OrderQuery query, DateOnly today, PageQuery page,
        CancellationToken cancellationToken = default);

    /// <summary>How many orders the same query lists, and of how many units.</summary>
    Task<OrderCount> CountOrdersAsync(
        TenantId tenant, OrderQuery query, DateOnly today, CancellationToken cancellationToken = default);

    /// <summary>Stock items by SKU and warehouse.</summary>
    Task<Page<StockLevel>> StockAsync(
        TenantId tenant, StockQuery query, PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>Movements of a stock item, the newest first; null when nothing ever happened to it.</summary>
    Task<Page<LedgerEntry>?> LedgerAsync(
        TenantId tenant, StockItemId stockItem, PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>Products by SKU.</summary>
    Task<Page<ProductDetails>> ProductsAsync(
        TenantId tenant, PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>Warehouses by id.</summary>
    Task<Page<WarehouseDetails>> WarehousesAsync(
        TenantId tenant, PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>Shipments by number. <paramref name="today"/> decides what is late.</summary>
    Task<Page<ShipmentSummary>> ShipmentsAsync(
        TenantId tenant, ShipmentQuery query, PageQuery page, DateOnly today,
        CancellationToken cancellationToken = default);

    /// <summary>How many shipments such a list has. <paramref name="today"/> decides what is late.</summary>
    Task<ShipmentCounts> CountShipmentsAsync(
        TenantId tenant, ShipmentQuery query, DateOnly today, CancellationToken cancellationToken = default);

    /// <summary>What planners have to look at, the newest first.</summary>
    Task<Page<ExceptionEntry>> ExceptionsAsync(
        TenantId tenant, ListExceptions query, PlannersDay day, CancellationToken cancellationToken = default);

    /// <summary>One of it; null when there is no such exception.</summary>
    Task<ExceptionEntry?> ExceptionAsync(
        TenantId tenant, string id, PlannersDay day, CancellationToken cancellationToken = default);

    /// <summary>How many of it match; the page does not matter.</summary>
    Task<ExceptionCount> CountExceptionsAsync(
        TenantId tenant, ListExceptions query, PlannersDay day, CancellationToken cancellationToken = default);

    /// <summary>Imports, the newest first.</summary>
    Task<Page<ImportSummary>> ImportsAsync(
        TenantId tenant, ImportQuery query, PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>Transfers by number.</summary>
    Task<Page<TransferSummary>> TransfersAsync(
        TenantId tenant, TransferQuery query, PageQuery page, CancellationToken cancellationToken = default);

    /// <summary>Figures over order lines. <paramref name="today"/> decides what is overdue.</summary>
    Task<KpiReply> KpisAsync(
        TenantId tenant, KpiQuery query, DateOnly today, CancellationToken cancellationToken = default);
}
