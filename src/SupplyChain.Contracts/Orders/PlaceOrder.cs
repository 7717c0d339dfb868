namespace SupplyChain.Orders;

/// <summary>Places an order under the number the client chose. Placing the same again changes nothing.</summary>
/// <param name="Customer">Who orders.</param>
/// <param name="ShipTo">Where it goes.</param>
/// <param name="Lines">1 to 1,000 lines.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">The date wanted.</param>
/// <param name="OccurredAt">When it was ordered: any past instant, at most 5 minutes ahead.</param>
/// <param name="Policy">What the customer accepts.</param>
[GenerateSerializer, Immutable, Alias("place-order")]
public sealed record PlaceOrder(
    [property: Id(0)] CustomerId Customer,
    [property: Id(1)] ShipTo ShipTo,
    [property: Id(2)] Items<PlaceOrderLine> Lines,
    [property: Id(3)] int Priority = 3,
    [property: Id(4)] DateOnly? RequestedBy = null,
    [property: Id(5)] OccurredAt OccurredAt = default,
    [property: Id(6)] OrderPolicy? Policy = null);
