namespace SupplyChain.Views;

/// <summary>Which saved views of a list a planner sees: shared ones and their own.</summary>
/// <param name="Owner">Who looks; null sees shared ones alone.</param>
/// <param name="All">Whether it is all of them, of every owner; then <paramref name="Owner"/> does not count.</param>
[GenerateSerializer, Immutable, Alias("list-views")]
public sealed record ListViews([property: Id(0)] string? Owner = null, [property: Id(1)] bool All = false);
