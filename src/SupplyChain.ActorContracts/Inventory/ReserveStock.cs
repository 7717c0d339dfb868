namespace SupplyChain.Inventory;

/// <summary>Reserves units for an order line, all of them or none.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="Quantity">Units, 1 or more.</param>
/// <param name="Priority">The order's priority: who loses first when reality takes units away.</param>
/// <param name="Since">When the order was first accepted.</param>
[GenerateSerializer, Immutable, Alias("reserve-stock")]
public sealed record ReserveStock(
    [property: Id(0)] ReservationKey Key,
    [property: Id(1)] long Quantity,
    [property: Id(2)] int Priority,
    [property: Id(3)] DateTimeOffset Since);
