namespace SupplyChain.Orders;

/// <summary>A ship-complete order asks for a whole line now; it gets all of it or nothing.</summary>
[GenerateSerializer, Immutable, Alias("claim-line")]
public sealed record ClaimLine([property: Id(0)] OrderId Order, [property: Id(1)] int Line);
