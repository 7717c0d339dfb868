using Microsoft.AspNetCore.Components;

namespace SupplyChain.Planner.Lists;

/// <summary>How a column of a list is shown.</summary>
/// <param name="Width">How wide it is, in pixels; 0 for what the others leave.</param>
/// <param name="Cell">A cell of it: a <c>td</c>.</param>
public sealed record ListCell<T>(int Width, RenderFragment<T> Cell)
{
    /// <summary>The classes of its head: <c>n</c> for figures, <c>no-s</c> where there is little room.</summary>
    public string? Class { get; init; }

    /// <summary>What the list is sorted by when its head is pressed; null when it cannot be.</summary>
    public string? Sort { get; init; }

    /// <summary>Whether the largest or newest comes first then.</summary>
    public bool DescendingFirst { get; init; }
}
