namespace SupplyChain.Planner;

/// <summary>Something to filter by.</summary>
/// <param name="Value">As the address says it.</param>
/// <param name="Label">As people say it.</param>
/// <param name="Look">Its shape, if it has one.</param>
public sealed record Choice(string Value, string Label, Look? Look = null);
