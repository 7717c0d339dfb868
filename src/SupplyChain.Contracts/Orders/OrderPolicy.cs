namespace SupplyChain.Orders;

/// <summary>What the customer accepts.</summary>
/// <param name="ShipComplete">Reserve only when every unit of every line can be reserved, and release only all of
/// it.</param>
/// <param name="AllowSplit">Whether one line's units may come from several warehouses.</param>
/// <param name="AllowBackorder">Whether units that are not there may wait; otherwise such an order is rejected.</param>
/// <param name="MaxShipments">The most shipments, one per warehouse, that the order may come in; 1 or more, null for no
/// limit. A cancelled shipment does not count.</param>
[GenerateSerializer, Immutable, Alias("order-policy")]
public sealed record OrderPolicy(
    [property: Id(0)] bool ShipComplete = false,
    [property: Id(1)] bool AllowSplit = true,
    [property: Id(2)] bool AllowBackorder = true,
    [property: Id(3)] int? MaxShipments = null);
