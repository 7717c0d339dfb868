using SupplyChain.Shipments;

namespace SupplyChain.Orders;

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
