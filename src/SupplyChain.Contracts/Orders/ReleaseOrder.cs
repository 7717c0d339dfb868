namespace SupplyChain.Orders;

/// <summary>Makes shipments of what is allocated.</summary>
/// <param name="OccurredAt">When it was released.</param>
/// <param name="Shipments">The shipments wanted; none means one per warehouse, numbered by us.</param>
[GenerateSerializer, Immutable, Alias("release-order")]
public sealed record ReleaseOrder(
    [property: Id(0)] OccurredAt OccurredAt = default, [property: Id(1)] Items<ReleaseShipment>? Shipments = null);
