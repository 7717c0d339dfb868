namespace SupplyChain.Shipments;

/// <summary>What a shipment that has not left has to know of its order's changes; absolute.</summary>
/// <param name="OrderVersion">The order's version; an older one than the last changes nothing.</param>
/// <param name="Lines">When each order line is wanted.</param>
/// <param name="DistanceKm">From the warehouse to the ship-to; null when unknown.</param>
/// <param name="Country">The ship-to country.</param>
[GenerateSerializer, Immutable, Alias("revise-shipment")]
public sealed record ReviseShipment(
    [property: Id(0)] long OrderVersion,
    [property: Id(1)] Items<ScheduledLine> Lines,
    [property: Id(2)] double? DistanceKm,
    [property: Id(3)] string Country);

/// <summary>When an order line is wanted.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Scheduled">The date it counts against; null when none.</param>
[GenerateSerializer, Immutable, Alias("scheduled-line")]
public sealed record ScheduledLine([property: Id(0)] int Line, [property: Id(1)] DateOnly? Scheduled);
