using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Lists orders, newest first.</summary>
[GenerateSerializer, Immutable, Alias("list-orders")]
public sealed record ListOrders([property: Id(0)] OrderQuery Query, [property: Id(1)] PageQuery Page);

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
    [property: Id(0), Filter("status", "Only orders in that status.", Several = nameof(OrderQuery.Statuses))]
    OrderStatus? Status = null,
    [property: Id(1), Filter("customer", "Only orders of that customer.", Several = nameof(OrderQuery.Customers))]
    CustomerId? Customer = null,
    [property: Id(2), Filter(
        "warehouse", "Only orders with an allocation there.", Several = nameof(OrderQuery.Warehouses))]
    WarehouseId? Warehouse = null,
    [property: Id(3), Filter("sku", "Only orders with a line of that product.", Several = nameof(OrderQuery.Skus))]
    Sku? Sku = null,
    [property: Id(4), Filter("q", "Only orders whose number or customer contains the text.")]
    string? Text = null,
    [property: Id(5), Filter("from", "Placed at or after: a date or an instant.")]
    DateTimeOffset? From = null,
    [property: Id(6), Filter("to", "Placed before: a date or an instant.")]
    DateTimeOffset? To = null,
    [property: Id(7)] Items<OrderStatus> Statuses = default,
    [property: Id(8)] Items<CustomerId> Customers = default,
    [property: Id(9)] Items<WarehouseId> Warehouses = default,
    [property: Id(10)] Items<Sku> Skus = default,
    [property: Id(11), Filter("waiting", "Only orders with units that wait for stock.")]
    bool Waiting = false,
    [property: Id(12), Filter(
        "ready",
        "Only orders that can be released: units are reserved and in no shipment, and the customer's policy allows the "
        + "shipments they would make.")]
    bool Ready = false,
    [property: Id(13), Filter(
        "late",
        "Only orders that are late or at risk: units of a line are not delivered although its scheduled date is before "
        + "the business day, or a shipment that has not arrived is expected after its promise.")]
    bool Late = false,
    [property: Id(14), Filter("priority", "Only orders of that priority, 1 (highest) to 5.", From = 1, To = 5)]
    Items<int> Priorities = default,
    [property: Id(15), Filter("requestedFrom", "Wanted on that date or later; orders without a date are left out.")]
    DateOnly? RequestedFrom = null,
    [property: Id(16), Filter("requestedTo", "Wanted before that date.")]
    DateOnly? RequestedTo = null,
    [property: Id(17), Filter("promisedFrom", "First promised for that date or later; orders without are left out.")]
    DateOnly? PromisedFrom = null,
    [property: Id(18), Filter("promisedTo", "First promised for a date before.")]
    DateOnly? PromisedTo = null,
    [property: Id(19), Filter("unitsFrom", "Of so many units or more, cancelled ones not counted.")]
    long? UnitsFrom = null,
    [property: Id(20), Filter("unitsTo", "Of fewer units.")]
    long? UnitsTo = null);

/// <summary>An order in a list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Status">The first that fits.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted.</param>
/// <param name="PlacedAt">When it was ordered; null when unknown.</param>
/// <param name="Units">Units ordered, without cancelled ones.</param>
/// <param name="BackorderedUnits">Units that wait for stock.</param>
/// <param name="Warehouses">Where units come from.</param>
/// <param name="Version">The version these are of.</param>
/// <param name="Promise">The latest of its lines' first promises; null when none was made.</param>
/// <param name="ReadyUnits">Units that a release would put into shipments now.</param>
[GenerateSerializer, Immutable, Alias("order-summary")]
public sealed record OrderSummary(
    [property: Id(0)] OrderId Number,
    [property: Id(1)] OrderStatus Status,
    [property: Id(2)] CustomerId Customer,
    [property: Id(3)] int Priority,
    [property: Id(4)] DateOnly? RequestedBy,
    [property: Id(5)] DateTimeOffset? PlacedAt,
    [property: Id(6)] long Units,
    [property: Id(7)] long BackorderedUnits,
    [property: Id(8)] Items<WarehouseId> Warehouses,
    [property: Id(9)] long Version,
    [property: Id(10)] DateOnly? Promise = null,
    [property: Id(11)] long ReadyUnits = 0) : IListed
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "number", "status", "customer", "priority", "requestedBy", "placedAt", "units", "backorderedUnits",
        "version", "promise", "readyUnits",
    ];
}

/// <summary>How many orders a query has, and of how many units.</summary>
/// <param name="Orders">Orders.</param>
/// <param name="Units">Their units, without cancelled ones.</param>
/// <param name="BackorderedUnits">Of these: units that wait for stock.</param>
/// <param name="OldestPlacedAt">When the oldest was placed, in UTC; null when no order says when.</param>
/// <param name="ReadyUnits">Of these: units that a release would put into shipments now.</param>
[GenerateSerializer, Immutable, Alias("order-count")]
public sealed record OrderCount(
    [property: Id(0)] long Orders,
    [property: Id(1)] long Units,
    [property: Id(2)] long BackorderedUnits,
    [property: Id(3)] DateTimeOffset? OldestPlacedAt,
    [property: Id(4)] long ReadyUnits);
