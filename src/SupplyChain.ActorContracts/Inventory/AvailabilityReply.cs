using SupplyChain.Orders;

namespace SupplyChain.Inventory;

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
