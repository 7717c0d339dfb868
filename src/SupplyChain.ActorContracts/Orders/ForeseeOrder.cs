namespace SupplyChain.Orders;

/// <summary>What would become of an order when a warehouse closed, or it lost reservations?</summary>
/// <param name="Before">What would have happened to the stock before.</param>
[GenerateSerializer, Immutable, Alias("foresee-order")]
public sealed record ForeseeOrder([property: Id(0)] StockTrace Before)
{
    /// <summary>A warehouse closes.</summary>
    [Id(1)] public LeaveWarehouse? Leave { get; init; }

    /// <summary>It loses reservations.</summary>
    [Id(2)] public LoseReservations? Lose { get; init; }
}
