namespace SupplyChain.Views;

/// <summary>A view as a planner sees it: their own of that name, or else the shared one.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Owner">Who looks; null sees shared ones alone.</param>
[GenerateSerializer, Immutable, Alias("view-name")]
public sealed record ViewName([property: Id(0)] string Name, [property: Id(1)] string? Owner = null);
