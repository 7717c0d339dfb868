namespace SupplyChain.Orders;

/// <summary>Why an order was rejected.</summary>
/// <param name="Code">The stable code, <c>insufficient-stock</c> or <c>warehouse-closed</c>.</param>
/// <param name="Message">The same for people.</param>
/// <param name="Lines">The lines that could not be served.</param>
[GenerateSerializer, Immutable, Alias("order-rejection")]
public sealed record OrderRejection(
    [property: Id(0)] string Code, [property: Id(1)] string Message, [property: Id(2)] Items<int> Lines);
