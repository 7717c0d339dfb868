using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace SupplyChain.Access;

/// <summary>Who makes a request or looks at a page, as its principal says it.</summary>
internal static class Visitor
{
    private const string CredentialClaim = "credential";
    private const string KeyClaim = "key";
    private const string TenantClaim = "tenant";
    private const string HomeClaim = "home";

    /// <summary>The principal of a caller that signed in.</summary>
    /// <param name="caller">Who signed in.</param>
    /// <param name="credential">With what.</param>
    /// <param name="home">The home tenant, whose operators run the cluster.</param>
    public static ClaimsPrincipal Of(SignedIn caller, string credential, TenantId home) => Of(
        caller.Name, caller.Role, caller.Tenant, home,
        new(CredentialClaim, credential), new(KeyClaim, caller.Key.Value));

    /// <summary>The principal of all callers where none has to show a key: an admin of the home tenant.</summary>
    public static ClaimsPrincipal OfAll(TenantId home) => Of("", WebAccess.RoleOfAll, home, home);

    /// <summary>
    /// Whether the visitor's role includes a permission; what concerns the whole cluster only in the home tenant.
    /// </summary>
    public static bool May(this ClaimsPrincipal visitor, Permission permission) =>
        visitor.Role() is { } role && role.May(permission)
        && (permission != Permission.Operate || visitor.IsOfHome());

    /// <summary>Whose entities the visitor works on; null for who did not sign in.</summary>
    public static TenantId? Tenant(this ClaimsPrincipal visitor) =>
        visitor.FindFirstValue(TenantClaim) is { } tenant ? new(tenant) : null;

    /// <summary>Whether the visitor is of the home tenant.</summary>
    public static bool IsOfHome(this ClaimsPrincipal visitor) => visitor.HasClaim(HomeClaim, "");

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

    private static ClaimsPrincipal Of(
        string name, Role role, TenantId tenant, TenantId home, params Claim[] more) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.Name, name), new(ClaimTypes.Role, role.ToString()), new(TenantClaim, tenant.Value),
            .. tenant == home ? (Claim[])[new(HomeClaim, "")] : [], .. more,
        ],
        KeyAuthentication.SchemeName));
}
