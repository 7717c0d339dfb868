using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>How many candidates were left out for a reason.</summary>
[GenerateSerializer, Immutable, Alias("rejection-count")]
public sealed record RejectionCount([property: Id(0)] RejectionReason Reason, [property: Id(1)] int Count);
