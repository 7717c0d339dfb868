namespace SupplyChain.Orders;

/// <summary>New absolute values for a line; what is null stays.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">Units, 0 (cancels the line) to 1,000,000,000.</param>
/// <param name="RequestedBy">The date wanted.</param>
[GenerateSerializer, Immutable, Alias("amend-order-line")]
public sealed record AmendOrderLine(
    [property: Id(0)] int Line, [property: Id(1)] long? Quantity = null, [property: Id(2)] DateOnly? RequestedBy = null);
