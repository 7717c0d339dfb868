namespace SupplyChain.Orders;

/// <summary>What a warehouse could do for the units of an allocation when it was decided, as it is stored.</summary>
/// <param name="Available">Units it could give away.</param>
/// <param name="Band">Its priority band, 1 first.</param>
/// <param name="DistanceKm">Great circle to the ship-to, in km; null when one of the places is not known.</param>
/// <param name="Arrival">The day the units would arrive; null when one of the places is not known.</param>
/// <param name="CostUsd">
/// What their transport would cost, in US dollars; null when their weight or one of the places is not known.
/// </param>
public sealed record WarehouseFigures(long Available, int Band, int? DistanceKm, DateOnly? Arrival, decimal? CostUsd)
{
    /// <summary>What a backlog said of a grant; null when it said nothing.</summary>
    public static WarehouseFigures? Of(CandidateFigures? figures) => figures is null
        ? null
        : new(figures.Available, figures.Band, figures.DistanceKm, figures.Arrival, figures.CostUsd);

    /// <summary>The figures as callers see them.</summary>
    public CandidateFigures ToContract() => new(Available, Band, DistanceKm, Arrival, CostUsd);
}
