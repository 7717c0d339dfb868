using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// Which orders to list; what is null or empty does not filter. A single value and the values beside it are one filter:
/// an order passes when it fits any of them.
/// </summary>
/// <param name="Status">Orders in that status.</param>
/// <param name="Customer">Orders of that customer.</param>
/// <param name="Warehouse">Orders with an allocation there.</param>
/// <param name="Sku">Orders with a line of that product.</param>
/// <param name="Text">Orders whose number or customer contains the text.</param>
/// <param name="From">Placed at or after.</param>
/// <param name="To">Placed before.</param>
/// <param name="Statuses">Orders in one of these.</param>
/// <param name="Customers">Orders of one of these.</param>
/// <param name="Warehouses">Orders with an allocation in one of these.</param>
/// <param name="Skus">Orders with a line of one of these.</param>
[GenerateSerializer, Immutable, Alias("order-query")]
public sealed record OrderQuery(
    [property: Id(0)] OrderStatus? Status = null,
    [property: Id(1)] CustomerId? Customer = null,
    [property: Id(2)] WarehouseId? Warehouse = null,
    [property: Id(3)] Sku? Sku = null,
    [property: Id(4)] string? Text = null,
    [property: Id(5)] DateTimeOffset? From = null,
    [property: Id(6)] DateTimeOffset? To = null,
    [property: Id(7)] Items<OrderStatus> Statuses = default,
    [property: Id(8)] Items<CustomerId> Customers = default,
    [property: Id(9)] Items<WarehouseId> Warehouses = default,
    [property: Id(10)] Items<Sku> Skus = default);
