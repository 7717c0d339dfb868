using System.Security.Claims;
using SupplyChain.Access;

namespace SupplyChain.Planner.Search;

/// <summary>Something the palette leads to.</summary>
/// <param name="Group">Under which heading it stands: Do, Go to or Recent.</param>
/// <param name="Title">Its name.</param>
/// <param name="Context">What else is known of it.</param>
/// <param name="Look">Its shape.</param>
/// <param name="Href">Its address; null for what is done here.</param>
/// <param name="Click">What on the page does it, as a CSS selector; null for an address.</param>
/// <param name="To">What it takes.</param>
/// <param name="Everywhere">Whether it takes a key without a limit to warehouses.</param>
public sealed record Found(
    string Group, string Title, string Context, Look Look, string? Href, string? Click = null,
    Permission To = Permission.Read, bool Everywhere = false)
{
    /// <summary>Whether a visitor may do it, or open it.</summary>
    public bool IsOpenTo(ClaimsPrincipal visitor) =>
        visitor.May(To) && !(Everywhere && visitor.Scope().IsLimited);

    /// <summary>The heading of actions.</summary>
    public const string Do = "Do";

    /// <summary>The heading of pages and of what they are about.</summary>
    public const string GoTo = "Go to";

    /// <summary>The heading of what was looked at lately.</summary>
    public const string Recent = "Recent";
}
