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
/// <param name="Waiting">Orders with units that wait for stock.</param>
/// <param name="Ready">Orders that can be released: units are reserved and in no shipment, and the customer's policy
/// allows the shipments they would make.</param>
/// <param name="Late">Orders that are late or at risk: units of a line are not delivered although its scheduled date is
/// before the business day, or a shipment that has not arrived is expected after its promise.</param>
/// <param name="Priorities">Orders of one of these priorities.</param>
/// <param name="RequestedFrom">Wanted on or after; an order without a date is not among them.</param>
/// <param name="RequestedTo">Wanted before.</param>
/// <param name="PromisedFrom">First promised for that date or later; an order without a promise is not among
/// them.</param>
/// <param name="PromisedTo">First promised for a date before.</param>
/// <param name="UnitsFrom">Orders of so many units or more, cancelled ones not counted.</param>
/// <param name="UnitsTo">Orders of fewer units.</param>
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
    [property: Id(10)] Items<Sku> Skus = default,
    [property: Id(11)] bool Waiting = false,
    [property: Id(12)] bool Ready = false,
    [property: Id(13)] bool Late = false,
    [property: Id(14)] Items<int> Priorities = default,
    [property: Id(15)] DateOnly? RequestedFrom = null,
    [property: Id(16)] DateOnly? RequestedTo = null,
    [property: Id(17)] DateOnly? PromisedFrom = null,
    [property: Id(18)] DateOnly? PromisedTo = null,
    [property: Id(19)] long? UnitsFrom = null,
    [property: Id(20)] long? UnitsTo = null);
