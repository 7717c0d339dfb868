namespace SupplyChain.Inventory;

/// <summary>Reserves units for a demand, all of them or none.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="Quantity">Units, 1 or more.</param>
/// <param name="Priority">The demand's priority: who loses first when reality takes units away.</param>
/// <param name="Since">When its owner was first accepted: the age within a priority.</param>
[GenerateSerializer, Immutable, Alias("reserve-stock")]
public sealed record ReserveStock(
    [property: Id(0)] ReservationKey Key,
    [property: Id(1)] long Quantity,
    [property: Id(2)] int Priority,
    [property: Id(3)] DateTimeOffset Since);

/// <summary>A stock item's answer to a reservation, with its level.</summary>
[GenerateSerializer, Immutable, Alias("reserve-reply")]
public sealed record ReserveReply([property: Id(0)] ReserveOutcome Outcome, [property: Id(1)] StockLevel Level);

/// <summary>A stock item's answer to a reservation.</summary>
[GenerateSerializer, Alias("reserve-outcome")]
public enum ReserveOutcome
{
    /// <summary>The units are reserved, now or before.</summary>
    Reserved = 0,

    /// <summary>Fewer units are available.</summary>
    Short = 1,

    /// <summary>Lines wait for the product: ask its backlog.</summary>
    Rationed = 2,

    /// <summary>That attempt, or a newer one, was closed already.</summary>
    Stale = 3,
}
