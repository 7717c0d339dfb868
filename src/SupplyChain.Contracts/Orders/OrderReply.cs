using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>The answer to a command on an order.</summary>
[GenerateSerializer, Immutable, Alias("order-reply")]
public sealed record OrderReply : Reply<OrderDetails>;

/// <summary>An order as it is now.</summary>
[GenerateSerializer, Immutable, Alias("order-details")]
public sealed record OrderDetails(
    [property: Id(0)] OrderId Number,
    [property: Id(1)] OrderStatus Status,
    [property: Id(2)] long Version,
    [property: Id(3)] CustomerId Customer,
    [property: Id(4)] int Priority,
    [property: Id(5)] DateTimeOffset? PlacedAt,
    [property: Id(6)] DateOnly? RequestedBy,
    [property: Id(7)] ShipTo ShipTo,
    [property: Id(8)] OrderPolicy Policy,
    [property: Id(9)] Items<OrderLineDetails> Lines,
    [property: Id(10)] Items<AllocationDetails> Allocations,
    [property: Id(11)] Items<ShipmentId> Shipments,
    [property: Id(12)] DateOnly? Promise,
    [property: Id(13)] OrderRejection? Rejection);

/// <summary>A line as it is now. Once decided: quantity = allocated + backordered + shipped + cancelled.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units ordered, cancelled ones included.</param>
/// <param name="Allocated">Units reserved now, undispatched shipments included.</param>
/// <param name="Backordered">Units that wait for stock.</param>
/// <param name="Shipped">Units that left a warehouse.</param>
/// <param name="Delivered">Of the shipped: units whose journey has ended.</param>
/// <param name="Cancelled">Units cancelled.</param>
/// <param name="Scheduled">The date it counts against: requested, else the first promise.</param>
/// <param name="Promise">The first promise: the estimated arrival when it was first allocated.</param>
/// <param name="Warehouse">The warehouse it is pinned to, if any.</param>
/// <param name="Value">The line's value.</param>
/// <param name="RequestedBy">Requested delivery date of this line, if it has one of its own.</param>
/// <param name="ClosedShort">Of the cancelled: units that the supplier cancelled.</param>
[GenerateSerializer, Immutable, Alias("order-line-details")]
public sealed record OrderLineDetails(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] long Allocated,
    [property: Id(4)] long Backordered,
    [property: Id(5)] long Shipped,
    [property: Id(6)] long Delivered,
    [property: Id(7)] long Cancelled,
    [property: Id(8)] DateOnly? Scheduled,
    [property: Id(9)] DateOnly? Promise,
    [property: Id(10)] WarehouseId? Warehouse,
    [property: Id(11)] Money? Value,
    [property: Id(12)] DateOnly? RequestedBy = null,
    [property: Id(13)] long ClosedShort = 0);

/// <summary>Units of a line and the warehouse they come from, with the reason.</summary>
[GenerateSerializer, Immutable, Alias("allocation-details")]
public sealed record AllocationDetails(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] WarehouseId Warehouse,
    [property: Id(3)] long Quantity,
    [property: Id(4)] AllocationStatus Status,
    [property: Id(5)] ShipmentId? Shipment,
    [property: Id(6)] Why Why);

/// <summary>Why an order was rejected.</summary>
/// <param name="Code">The stable code, <c>insufficient-stock</c> or <c>warehouse-closed</c>.</param>
/// <param name="Message">The same for people.</param>
/// <param name="Lines">The lines that could not be served.</param>
[GenerateSerializer, Immutable, Alias("order-rejection")]
public sealed record OrderRejection(
    [property: Id(0)] string Code, [property: Id(1)] string Message, [property: Id(2)] Items<int> Lines);
