using Microsoft.AspNetCore.Components.Routing;

namespace SupplyChain.Planner;

/// <summary>The pages the navigation leads to.</summary>
internal static class Places
{
    /// <summary>What planners work with, in the order it is shown.</summary>
    public static readonly Place[] Work =
    [
        new("/", "Control tower", "i-tower", "T", NavLinkMatch.All),
        new("/exceptions", "Exceptions", "i-inbox", "E"),
        new("/orders", "Orders", "i-list", "O"),
        new("/inventory", "Inventory", "i-box", "I"),
        new("/shipments", "Shipments", "i-truck", "S"),
        new("/transfers", "Transfers", "i-swap", "R"),
        new("/warehouses", "Warehouses", "i-house", "W"),
    ];

    /// <summary>What is done now and then; below a line.</summary>
    public static readonly Place[] Upkeep =
    [
        new("/import", "Import", "i-upload", "M"),
        new("/ops", "Operations", "i-pulse", "P"),
        new("/about", "About", "i-help", "A"),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<Place> All => [.. Work, .. Upkeep];

    /// <summary>Whether there is a page of these.</summary>
    public static bool Has(string path) => All.Any(place => place.Path == path);

    /// <summary>A page with its name, its drawing, and the key that after G leads to it.</summary>
    public sealed record Place(
        string Path, string Title, string Icon, string Key, NavLinkMatch Match = NavLinkMatch.Prefix);
}
