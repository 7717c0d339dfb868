namespace SupplyChain.Orders;

/// <summary>Cancels an order, or some of its lines.</summary>
/// <param name="Reason">Why, 1 to 200 characters.</param>
/// <param name="Lines">The lines to cancel; none means all that is open.</param>
[GenerateSerializer, Immutable, Alias("cancel-order")]
public sealed record CancelOrder([property: Id(0)] string Reason, [property: Id(1)] Items<int>? Lines = null);
