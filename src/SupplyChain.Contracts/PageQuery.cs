namespace SupplyChain;

/// <summary>Which page of a list.</summary>
/// <param name="Limit">How many entries, 1 to 1,000.</param>
/// <param name="After">The <c>next</c> of the page before; null for the first.</param>
[GenerateSerializer, Immutable, Alias("page-query")]
public sealed record PageQuery([property: Id(0)] int Limit = 100, [property: Id(1)] string? After = null);
