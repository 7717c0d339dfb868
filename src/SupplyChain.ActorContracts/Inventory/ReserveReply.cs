namespace SupplyChain.Inventory;

/// <summary>A stock item's answer to a reservation, with its level.</summary>
[GenerateSerializer, Immutable, Alias("reserve-reply")]
public sealed record ReserveReply([property: Id(0)] ReserveOutcome Outcome, [property: Id(1)] StockLevel Level);
