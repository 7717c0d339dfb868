using Microsoft.AspNetCore.Components.Routing;

namespace SupplyChain.Planner;

/// <summary>The pages the navigation leads to.</summary>
internal static class Places
{
    /// <summary>In the order they are shown.</summary>
    public static readonly Place[] All =
    [
        new("/orders", "Orders", "i-list"),
        new("/about", "About", "i-help"),
    ];

    /// <summary>A page with its name and drawing.</summary>
    public sealed record Place(
        string Path, string Title, string Icon, NavLinkMatch Match = NavLinkMatch.Prefix);
}
