using SupplyChain.Exports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Orders;

/// <summary>The list of orders.</summary>
public partial class OrdersPage : ListPage<OrderSummary>
{
    private OrderQuery _query = new();

    /// <summary>What an address of the list asks for.</summary>
    public static OrderQuery QueryOf(ListAddress address) => new(
        Text: address.One("q"),
        From: address.Instant("from"),
        To: address.Instant("to"),
        Statuses: address.Enums<OrderStatus>("status"),
        Customers: address.Ids<CustomerId>("customer"),
        Warehouses: address.Ids<WarehouseId>("warehouse"),
        Skus: address.Ids<Sku>("sku"),
        Waiting: address.Flag("waiting"),
        Ready: address.Flag("ready"),
        Late: address.Flag("late"),
        Priorities: address.Numbers("priority", 1, 5),
        RequestedFrom: address.Date("requestedFrom"),
        RequestedTo: address.Date("requestedTo"),
        PromisedFrom: address.Date("promisedFrom"),
        PromisedTo: address.Date("promisedTo"),
        UnitsFrom: address.Number("unitsFrom"),
        UnitsTo: address.Number("unitsTo"));

    /// <inheritdoc/>
    public override string RestPath => "/api/v1/orders";

    /// <inheritdoc/>
    public override ListColumns<OrderSummary> Columns => OrderColumns.All;

    /// <inheritdoc/>
    protected override string IdOf(OrderSummary item) => item.Number.Value;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject.StartsWith("order/", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void Understand() => _query = QueryOf(Address);

    /// <inheritdoc/>
    protected override Task<Page<OrderSummary>> ReadPageAsync(PageQuery page, CancellationToken cancellationToken) =>
        Chain.Orders.ListPageAsync(_query, page, cancellationToken);
}
