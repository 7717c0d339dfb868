namespace SupplyChain.Shipments;

/// <summary>How many shipments a query lists, and how they stand; cancelled ones stand nowhere.</summary>
/// <param name="Shipments">All of them.</param>
/// <param name="Units">What they carry.</param>
/// <param name="OnTime">Expected, or arrived, by their promise.</param>
/// <param name="AtRisk">Expected after it.</param>
/// <param name="Late">Not there although it is over, or arrived after it.</param>
/// <param name="Unknown">Without a promise or a known arrival.</param>
[SchemaName("ShipmentCounts")]
public sealed record ShipmentCountsAnswer(
    long Shipments, long Units, long OnTime, long AtRisk, long Late, long Unknown)
{
    internal static ShipmentCountsAnswer Of(ShipmentCounts counts) =>
        new(counts.Shipments, counts.Units, counts.OnTime, counts.AtRisk, counts.Late, counts.Unknown);
}
