using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SupplyChain.Network;

namespace SupplyChain.Access;

/// <summary>Who makes a request or looks at a page, as its principal says it.</summary>
internal static class Visitor
{
    private const string CredentialClaim = "credential";
    private const string KeyClaim = "key";
    private const string WarehouseClaim = "warehouse";
    private const string TenantClaim = "tenant";
    private const string HomeClaim = "home";

    /// <summary>The principal of a caller that signed in.</summary>
    /// <param name="caller">Who signed in.</param>
    /// <param name="credential">With what.</param>
    /// <param name="home">The home tenant, whose operators run the cluster.</param>
    public static ClaimsPrincipal Of(SignedIn caller, string credential, TenantId home) => Of(
        caller.Name, caller.Role, caller.Tenant, home,
        [
            new(CredentialClaim, credential), new(KeyClaim, caller.Key.Value),
            .. caller.Warehouses.Select(warehouse => new Claim(WarehouseClaim, warehouse.Value)),
        ]);

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

    /// <summary>Whether the role of who looks at a page includes a permission, and the warehouses those of what is
    /// done.</summary>
    /// <param name="asked">Who looks at it.</param>
    /// <param name="permission">What it takes.</param>
    /// <param name="at">The warehouses that it touches; null when a key with a limit may not do it at all.</param>
    public static async ValueTask<bool> MayAsync(
        this Task<AuthenticationState>? asked, Permission permission, params IEnumerable<WarehouseId>? at) =>
        asked is not null && (await asked).User is var visitor && visitor.May(permission)
        && (!visitor.Scope().IsLimited || at?.All(visitor.Scope().Includes) == true);

    /// <summary>The warehouses that the visitor is limited to.</summary>
    public static WarehouseScope Scope(this ClaimsPrincipal visitor) => visitor.FindFirst(WarehouseClaim) is null
        ? default
        : new(visitor.FindAll(WarehouseClaim).Select(claim => WarehouseId.Of(claim.Value)).ToItems());

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
