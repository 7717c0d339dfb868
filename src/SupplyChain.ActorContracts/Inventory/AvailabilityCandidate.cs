using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>A warehouse that has the product, or had it.</summary>
[GenerateSerializer, Immutable, Alias("availability-candidate")]
public sealed record AvailabilityCandidate(
    [property: Id(0)] StockLevel Level,
    [property: Id(1)] bool Open,
    [property: Id(2)] double? Latitude,
    [property: Id(3)] double? Longitude,
    [property: Id(4)] int PriorityBand);
