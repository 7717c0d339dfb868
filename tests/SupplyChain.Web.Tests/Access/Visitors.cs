using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using SupplyChain.Network;

namespace SupplyChain.Access;

/// <summary>Who looks at a component.</summary>
internal static class Visitors
{
    /// <summary>Everybody is an administrator, as in Development.</summary>
    public static BunitContext ForAnybody(this BunitContext page) => page.For(Visitor.OfAll("demo"));

    /// <summary>Somebody with a key of a role, and perhaps for some warehouses alone.</summary>
    public static BunitContext For(this BunitContext page, Role role, params WarehouseId[] warehouses)
    {
        var caller = new SignedIn(
            TenantId.Of("demo"), "8df04226eb808aba", "Vera", role, "token", TimeSpan.FromMinutes(5), null,
            warehouses.ToItems());
        return page.For(Visitor.Of(caller, "credential", home: "demo"));
    }

    private static BunitContext For(this BunitContext page, System.Security.Claims.ClaimsPrincipal visitor)
    {
        // As pages get it: from the services, before anything is drawn.
        page.Services.AddCascadingValue(_ => Task.FromResult(new AuthenticationState(visitor)));
        page.Services.AddSingleton<AuthenticationStateProvider>(new Always(visitor));
        return page;
    }

    private sealed class Always(System.Security.Claims.ClaimsPrincipal visitor) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(visitor));
    }
}
