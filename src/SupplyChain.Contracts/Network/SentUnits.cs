namespace SupplyChain.Network;

/// <summary>What left a warehouse on a day.</summary>
/// <param name="Day">The day at the warehouse; in UTC when its zone is unknown.</param>
/// <param name="Shipments">Shipments that left.</param>
/// <param name="Units">Units in them.</param>
[GenerateSerializer, Immutable, Alias("sent-units")]
public sealed record SentUnits(
    [property: Id(0)] DateOnly Day, [property: Id(1)] long Shipments, [property: Id(2)] long Units);
