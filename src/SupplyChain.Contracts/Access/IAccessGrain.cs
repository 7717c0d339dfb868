using SupplyChain.Network;
using SupplyChain.Tenants;

namespace SupplyChain.Access;

/// <summary>Where callers sign in, in front of every tenant; keyed by anything.</summary>
[GrainInterfaceType("access"), Alias("access"), Uncounted]
public interface IAccessGrain : IGrainWithStringKey
{
    /// <summary>Exchanges a key, or a session of a browser, for a token that calls show.</summary>
    [Alias("sign-in"), Needs(Permission.None), Scoped(Scope.Everything)] Task<SignedIn?> SignIn(SignIn command);
}

/// <summary>Shows a key, or the session that a key began.</summary>
/// <param name="Credential">The key's text, or the session's.</param>
/// <param name="BeginsSession">Whether a session is wanted, as a browser keeps it.</param>
[GenerateSerializer, Immutable, Alias("sign-in")]
public sealed record SignIn([property: Id(0)] string Credential, [property: Id(1)] bool BeginsSession = false)
{
    /// <summary>Nothing of it: logs never show a credential.</summary>
    public override string ToString() => nameof(SignIn);
}

/// <summary>Who signed in, and what that caller shows with each call.</summary>
/// <param name="Tenant">Whose entities it works on.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">The key's name.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Token">Shown with each call.</param>
/// <param name="RenewAfter">After which time another token is better; this one is accepted twice as long.</param>
/// <param name="Session">What a browser keeps; null when no session was wanted.</param>
/// <param name="Warehouses">The warehouses that it is limited to; none: it is not limited.</param>
[GenerateSerializer, Immutable, Alias("signed-in")]
public sealed record SignedIn(
    [property: Id(0)] TenantId Tenant,
    [property: Id(1)] KeyId Key,
    [property: Id(2)] string Name,
    [property: Id(3)] Role Role,
    [property: Id(4)] string Token,
    [property: Id(5)] TimeSpan RenewAfter,
    [property: Id(6)] string? Session,
    [property: Id(7)] Items<WarehouseId> Warehouses = default)
{
    /// <summary>Who it is: logs never show a token.</summary>
    public override string ToString() => $"{Tenant}/{Key}";
}
