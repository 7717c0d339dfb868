namespace SupplyChain.Orders;

/// <summary>Cancels an order, or some of its lines.</summary>
/// <param name="Reason">Why, 1 to 200 characters.</param>
/// <param name="Lines">The lines of which to cancel what is open; none means the whole order.</param>
/// <param name="OnBehalfOf">Whose wish it is; none means the supplier's. What the supplier cancels of a line that is
/// delivered otherwise was not delivered in full.</param>
[GenerateSerializer, Immutable, Alias("cancel-order")]
public sealed record CancelOrder(
    [property: Id(0)] string Reason,
    [property: Id(1)] Items<int>? Lines = null,
    [property: Id(2)] OrderParty? OnBehalfOf = null);
