namespace SupplyChain.Orders;

/// <summary>What an order would get if it were placed now. Nothing is reserved for it.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Promise">When the last of it would arrive; null when nothing would, or when it is not known.</param>
/// <param name="Rejection">Why it would be rejected, when it would.</param>
[GenerateSerializer, Immutable, Alias("quote-details")]
public sealed record QuoteDetails(
    [property: Id(0)] Items<QuotedLine> Lines,
    [property: Id(1)] DateOnly? Promise,
    [property: Id(2)] OrderRejection? Rejection);
