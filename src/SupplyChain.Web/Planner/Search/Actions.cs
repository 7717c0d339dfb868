using SupplyChain.Access;
using SupplyChain.Orders;

namespace SupplyChain.Planner.Search;

/// <summary>What can be done from anywhere, and the pages.</summary>
internal static class Actions
{
    /// <summary>The actions; a visitor sees those that the role includes.</summary>
    public static readonly IReadOnlyList<Found> All =
    [
        .. OrderLooks.All.Select(status => new Found(
            Found.Do, $"Show orders: {OrderLooks.Of(status).Word.ToLowerInvariant()}", "list of orders",
            OrderLooks.Of(status), $"/orders?status={status}")),
        new(
            Found.Do, "Import orders from a file", "upload, map, dry run", new("", "i-upload", "idle"), "/import",
            To: Permission.Write, Everywhere: true),
        new(
            Found.Do, "Place an order", "form", new("", "i-plus", "idle"), "/orders/new",
            To: Permission.Write, Everywhere: true),
        new(
            Found.Do, "Transfer stock between warehouses", "form", new("", "i-plus", "idle"), "/transfers?do=new",
            To: Permission.Write),
        new(Found.Do, "Pause or resume live updates", "key P", new("", "i-pause", "idle"), null, "[data-pause]"),
        new(Found.Do, "Dark or light", "colours", new("", "i-moon", "idle"), null, "[data-theme-switch]"),
        new(Found.Do, "All keys", "key ?", new("", "i-help", "idle"), null, "[data-shortcuts]"),
    ];

    /// <summary>The pages; a visitor sees those that the role includes.</summary>
    public static readonly IReadOnlyList<Found> Pages =
    [
        .. Places.All.Select(place => new Found(
            Found.GoTo, place.Title, $"page, G then {place.Key}", new("", place.Icon, "idle"), place.Path,
            To: place.To, Everywhere: place.Everywhere)),
    ];

    /// <summary>What was looked at lately, with the drawing of the page it belongs to.</summary>
    public static IEnumerable<Found> Of(IEnumerable<Visited> visited) => visited.Select(one => new Found(
        Found.Recent, one.Title, "",
        new("", Places.All.FirstOrDefault(place => place.Path.Length > 1
            && one.Path.StartsWith(place.Path, StringComparison.Ordinal))?.Icon ?? "i-clock", "idle"),
        one.Path));
}
