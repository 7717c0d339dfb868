namespace SupplyChain.Shipments;

/// <summary>Counts shipments.</summary>
[GenerateSerializer, Immutable, Alias("count-shipments")]
public sealed record CountShipments([property: Id(0)] ShipmentQuery Query);

/// <summary>How many shipments a query lists, and how they stand; cancelled ones stand nowhere.</summary>
/// <param name="Shipments">All of them.</param>
/// <param name="Units">What they carry.</param>
/// <param name="OnTime">Expected, or arrived, by their promise.</param>
/// <param name="AtRisk">Expected after it.</param>
/// <param name="Late">Not there although it is over, or arrived after it.</param>
/// <param name="Unknown">Without a promise or a known arrival.</param>
[GenerateSerializer, Immutable, Alias("shipment-counts")]
public sealed record ShipmentCounts(
    [property: Id(0)] long Shipments,
    [property: Id(1)] long Units,
    [property: Id(2)] long OnTime,
    [property: Id(3)] long AtRisk,
    [property: Id(4)] long Late,
    [property: Id(5)] long Unknown);
