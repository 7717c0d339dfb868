using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Orders;

/// <summary>The list of orders.</summary>
public partial class OrdersPage : ListPage<OrderSummary>
{
    private OrderQuery _query = new();

    /// <inheritdoc/>
    protected override string IdOf(OrderSummary item) => item.Number.Value;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject.StartsWith("order/", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void Understand() => _query = new(
        Text: Address.One("q"),
        From: Address.Instant("from"),
        To: Address.Instant("to"),
        Statuses: Address.Enums<OrderStatus>("status"),
        Customers: Address.Ids<CustomerId>("customer"),
        Warehouses: Address.Ids<WarehouseId>("warehouse"),
        Skus: Address.Ids<Sku>("sku"));

    /// <inheritdoc/>
    protected override Task<Page<OrderSummary>> ReadPageAsync(PageQuery page, CancellationToken cancellationToken) =>
        Chain.Orders.ListPageAsync(_query, page, cancellationToken);
}
