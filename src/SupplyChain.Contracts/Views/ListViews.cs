namespace SupplyChain.Views;

/// <summary>Which saved views of a list a planner sees: shared ones and their own.</summary>
/// <param name="Owner">Who looks; null sees shared ones alone.</param>
[GenerateSerializer, Immutable, Alias("list-views")]
public sealed record ListViews([property: Id(0)] string? Owner = null);
