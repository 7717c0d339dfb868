namespace SupplyChain;

/// <summary>Which page of a list.</summary>
/// <param name="Limit">How many entries, 1 to 1,000.</param>
/// <param name="After">The <c>next</c> of the page before, which had the same sort; null for the first.</param>
/// <param name="Sort">
/// By which fields of the items, see <see cref="Sorting"/>; null for the list's own order. Ledgers and histories have
/// no other than their own.
/// </param>
[GenerateSerializer, Immutable, Alias("page-query")]
public sealed record PageQuery(
    [property: Id(0)] int Limit = 100, [property: Id(1)] string? After = null, [property: Id(2)] string? Sort = null);
