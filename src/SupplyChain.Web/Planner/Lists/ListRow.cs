namespace SupplyChain.Planner.Lists;

/// <summary>A row of a list.</summary>
/// <param name="Item">The item as the list knew it last.</param>
/// <param name="IsGone">Whether it does not match the filters any more.</param>
public sealed record ListRow<T>(T Item, bool IsGone);
