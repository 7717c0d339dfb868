namespace SupplyChain.Planner.Map;

/// <summary>Something on a map.</summary>
/// <param name="Id">What tells it from the others.</param>
/// <param name="Mark">Its shape.</param>
/// <param name="Place">Where it is, or begins its journey.</param>
/// <param name="Journey">Its journey; null when it has none.</param>
/// <param name="Label">What is written beside it on maps with labels.</param>
public sealed record MapPoint(
    string Id, MapMark Mark, GeoPoint Place, Journey? Journey = null, string? Label = null);
