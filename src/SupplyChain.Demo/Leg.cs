using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>A step of a route.</summary>
/// <param name="Id">The milestone's id.</param>
/// <param name="Kind">What it reports.</param>
/// <param name="AfterDispatch">How long after the dispatch.</param>
/// <param name="Location">Where.</param>
/// <param name="Note">What else there is to say.</param>
internal sealed record Leg(string Id, MilestoneKind Kind, TimeSpan AfterDispatch, string Location, string? Note);
