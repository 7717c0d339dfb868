namespace SupplyChain.Orders;

/// <summary>What a warehouse could do for the units of an allocation when it was decided.</summary>
/// <param name="Available">Units it could give away.</param>
/// <param name="Band">Its priority band, 1 first.</param>
/// <param name="DistanceKm">Great circle to the ship-to, in km; null when one of the places is not known.</param>
/// <param name="Arrival">The day the units would arrive; null when one of the places is not known.</param>
/// <param name="CostUsd">
/// What their transport would cost, in US dollars; null when their weight or one of the places is not known.
/// </param>
[GenerateSerializer, Immutable, Alias("candidate-figures")]
public sealed record CandidateFigures(
    [property: Id(0)] long Available,
    [property: Id(1)] int Band,
    [property: Id(2)] int? DistanceKm,
    [property: Id(3)] DateOnly? Arrival,
    [property: Id(4)] decimal? CostUsd);
