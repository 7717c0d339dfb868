using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Orders;

/// <summary>What a warehouse could do for the units of an allocation when it was decided.</summary>
/// <param name="Available">Units it could give away.</param>
/// <param name="Band">Its priority band, 1 (first) to 9.</param>
/// <param name="DistanceKm">Great circle to the ship-to, in km; null when one of the places is not known.</param>
/// <param name="Arrival">The day the units would arrive; null when one of the places is not known.</param>
/// <param name="CostUsd">
/// What their transport would cost, in US dollars; null when their weight or one of the places is not known.
/// </param>
[SchemaName("CandidateFigures")]
public sealed record CandidateFiguresAnswer(
    long Available,
    [property: Range(1, Limits.MaxPriorityBand)] int Band,
    int? DistanceKm,
    DateOnly? Arrival,
    decimal? CostUsd)
{
    internal static CandidateFiguresAnswer? Of(CandidateFigures? figures) => figures is null
        ? null
        : new(figures.Available, figures.Band, figures.DistanceKm, figures.Arrival, figures.CostUsd);
}
