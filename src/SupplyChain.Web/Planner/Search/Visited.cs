namespace SupplyChain.Planner.Search;

/// <summary>A page that was looked at in this tab.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Title">Its name.</param>
public sealed record Visited(string Path, string Title);
