namespace SupplyChain.Orders;

/// <summary>Changes an order. Values are absolute, so repeating it changes nothing; what is null stays.</summary>
[GenerateSerializer, Immutable, Alias("amend-order")]
public sealed record AmendOrder(
    [property: Id(0)] DateOnly? RequestedBy = null,
    [property: Id(1)] ShipTo? ShipTo = null,
    [property: Id(2)] int? Priority = null,
    [property: Id(3)] Items<AmendOrderLine> Lines = default);
