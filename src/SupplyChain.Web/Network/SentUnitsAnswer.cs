namespace SupplyChain.Network;

/// <summary>What left a warehouse on a day.</summary>
/// <param name="Day">The day at the warehouse; in UTC when its zone is unknown.</param>
/// <param name="Shipments">Shipments that left.</param>
/// <param name="Units">Units in them.</param>
[SchemaName("SentUnits")]
public sealed record SentUnitsAnswer(DateOnly Day, long Shipments, long Units)
{
    internal static SentUnitsAnswer Of(SentUnits sent) => new(sent.Day, sent.Shipments, sent.Units);
}
