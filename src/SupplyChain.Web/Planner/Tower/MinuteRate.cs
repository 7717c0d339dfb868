namespace SupplyChain.Planner.Tower;

/// <summary>How much was recorded in a minute.</summary>
/// <param name="At">When it began.</param>
/// <param name="EventsPerSecond">On average over what was measured of it; null when nothing was.</param>
public sealed record MinuteRate(DateTimeOffset At, double? EventsPerSecond);
