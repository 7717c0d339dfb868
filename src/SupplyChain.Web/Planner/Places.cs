using System.Security.Claims;
using Microsoft.AspNetCore.Components.Routing;
using SupplyChain.Access;

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
        new("/import", "Import", "i-upload", "M", Everywhere: true),
        new("/integrations", "Integrations", "i-plug", "N", To: Permission.Integrate),
        new("/ops", "Operations", "i-pulse", "P", To: Permission.Operate),
        new("/about", "About", "i-help", "A"),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<Place> All => [.. Work, .. Upkeep];

    /// <summary>Those that a visitor may open.</summary>
    public static IEnumerable<Place> Of(ClaimsPrincipal visitor) => All.Where(place => place.IsOpenTo(visitor));

    /// <summary>The page that an address belongs to; null when it is none of these.</summary>
    public static Place? At(string path) =>
        All.FirstOrDefault(place => new PathString(path).StartsWithSegments(place.Path) && place.Path.Length > 1);

    /// <summary>What it takes to open an address of these pages.</summary>
    public static Permission Takes(string path) => At(path)?.To ?? Permission.Read;

    /// <summary>Whether there is a page of these.</summary>
    public static bool Has(string path) => All.Any(place => place.Path == path);

    /// <summary>
    /// A page with its name, its drawing, the key that after G leads to it, what it takes, and whether that is a key
    /// without a limit to warehouses.
    /// </summary>
    public sealed record Place(
        string Path, string Title, string Icon, string Key, NavLinkMatch Match = NavLinkMatch.Prefix,
        Permission To = Permission.Read, bool Everywhere = false)
    {
        /// <summary>Whether a visitor may open it.</summary>
        public bool IsOpenTo(ClaimsPrincipal visitor) =>
            visitor.May(To) && !(Everywhere && visitor.Scope().IsLimited);
    }
}
