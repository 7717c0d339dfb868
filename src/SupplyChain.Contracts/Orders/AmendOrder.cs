namespace SupplyChain.Orders;

/// <summary>
/// Changes an order. Values are absolute, as the order shows them: sending them back changes nothing; what is null
/// stays.
/// </summary>
/// <param name="RequestedBy">The date wanted.</param>
/// <param name="ShipTo">Where it goes, as a whole.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="Lines">The lines to change, and new ones.</param>
/// <param name="ClearRequestedBy">No date is wanted any more; not together with one.</param>
[GenerateSerializer, Immutable, Alias("amend-order")]
public sealed record AmendOrder(
    [property: Id(0)] DateOnly? RequestedBy = null,
    [property: Id(1)] ShipTo? ShipTo = null,
    [property: Id(2)] int? Priority = null,
    [property: Id(3)] Items<AmendOrderLine> Lines = default,
    [property: Id(4)] bool ClearRequestedBy = false);
