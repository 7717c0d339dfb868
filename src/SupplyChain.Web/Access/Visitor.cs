using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace SupplyChain.Access;

/// <summary>Who makes a request or looks at a page, as its principal says it.</summary>
internal static class Visitor
{
    private const string CredentialClaim = "credential";
    private const string KeyClaim = "key";

    /// <summary>The principal of a caller that signed in.</summary>
    public static ClaimsPrincipal Of(SignedIn caller, string credential) => Of(
        caller.Name, caller.Role, new(CredentialClaim, credential), new(KeyClaim, caller.Key.Value));

    /// <summary>The principal of everybody where nobody has to show a key.</summary>
    public static ClaimsPrincipal Anybody { get; } = Of("", WebAccess.RoleOfAll);

    /// <summary>Whether the visitor's role includes a permission.</summary>
    public static bool May(this ClaimsPrincipal visitor, Permission permission) =>
        visitor.Role() is { } role && role.May(permission);

    /// <summary>Whether the role of who looks at a page includes a permission.</summary>
    public static async ValueTask<bool> MayAsync(this Task<AuthenticationState>? asked, Permission permission) =>
        asked is not null && (await asked).User.May(permission);

    /// <summary>The visitor's role; null for who did not sign in.</summary>
    public static Role? Role(this ClaimsPrincipal visitor) =>
        Enum.TryParse<Role>(visitor.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;

    /// <summary>The key's name; null where nobody has to show one, and for who did not sign in.</summary>
    public static string? Name(this ClaimsPrincipal visitor) =>
        visitor.FindFirstValue(ClaimTypes.Name) is { Length: > 0 } name ? name : null;

    /// <summary>The id of the visitor's key, which is no secret; null where nobody has to show one.</summary>
    public static string? Key(this ClaimsPrincipal visitor) => visitor.FindFirstValue(KeyClaim);

    /// <summary>What the visitor signed in with; it never leaves the server. Null without one.</summary>
    public static string? Credential(this ClaimsPrincipal visitor) => visitor.FindFirstValue(CredentialClaim);

    private static ClaimsPrincipal Of(string name, Role role, params Claim[] more) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, name), new(ClaimTypes.Role, role.ToString()), .. more],
        KeyAuthentication.SchemeName));
}
