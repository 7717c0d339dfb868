namespace SupplyChain.Bench;

/// <summary>How far the lists were behind; null when no node answered.</summary>
/// <param name="P50Ms">The median of what was seen.</param>
/// <param name="P99Ms">What one sample in a hundred exceeded.</param>
/// <param name="EndMs">What was seen last.</param>
/// <param name="Slope">Seconds of lag that were added a second.</param>
internal sealed record LagFigures(double? P50Ms, double? P99Ms, double? EndMs, double? Slope)
{
    /// <summary>Whether the lists kept up. Lists whose lag could not be read count as behind.</summary>
    public bool KeptUp => Slope is { } slope && EndMs is { } end
        && !(slope > LagTrend.GrowthLimit && end > LagTrend.LagLimit * 1_000);
}
