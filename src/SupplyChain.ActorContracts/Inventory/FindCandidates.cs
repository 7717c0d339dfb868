using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>Where could the product come from?</summary>
/// <param name="ShipTo">Where it goes, when known.</param>
/// <param name="OnlyFrom">The only warehouses in question; null for all.</param>
/// <param name="Freshness">How sure the answer has to be.</param>
/// <param name="Counted">Which units count.</param>
[GenerateSerializer, Immutable, Alias("find-candidates")]
public sealed record FindCandidates(
    [property: Id(0)] ShipToPoint? ShipTo,
    [property: Id(1)] Items<WarehouseId>? OnlyFrom,
    [property: Id(2)] Freshness Freshness,
    [property: Id(3)] CountedStock Counted)
{
    /// <summary>Warehouses that are candidates in any case.</summary>
    [Id(4)]
    public Items<WarehouseId> InAnyCase { get; init; }
}

/// <summary>The best places to take a product from.</summary>
/// <param name="Product">The product; null when it is not defined.</param>
/// <param name="Candidates">At most 12, the best first.</param>
/// <param name="Others">How many more there are, per reason they were left out.</param>
/// <param name="Rationed">Lines wait for the product: its backlog decides who gets units.</param>
[GenerateSerializer, Immutable, Alias("availability-reply")]
public sealed record AvailabilityReply(
    [property: Id(0)] ProductDetails? Product,
    [property: Id(1)] Items<AvailabilityCandidate> Candidates,
    [property: Id(2)] Items<RejectionCount> Others,
    [property: Id(3)] bool Rationed);

/// <summary>A warehouse that has the product, or had it.</summary>
[GenerateSerializer, Immutable, Alias("availability-candidate")]
public sealed record AvailabilityCandidate(
    [property: Id(0)] StockLevel Level,
    [property: Id(1)] bool Open,
    [property: Id(2)] double? Latitude,
    [property: Id(3)] double? Longitude,
    [property: Id(4)] int PriorityBand);

/// <summary>How many candidates were left out for a reason.</summary>
[GenerateSerializer, Immutable, Alias("rejection-count")]
public sealed record RejectionCount([property: Id(0)] RejectionReason Reason, [property: Id(1)] int Count);
