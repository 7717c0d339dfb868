using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace SupplyChain.Access;

/// <summary>
/// Whose entities the services of one request or one live page work on: those of the visitor's tenant. It is known
/// before anything is drawn, and stays: a page that is open does not change hands.
/// </summary>
internal sealed class VisitorTenant(IServiceProvider scope)
{
    private TenantId? _id;

    /// <summary>The tenant.</summary>
    /// <exception cref="AccessDeniedException">Who it is for did not sign in.</exception>
    public TenantId Id => _id ??= OfPage()
        ?? throw new AccessDeniedException("What belongs to a tenant is shown to who signed in.");

    /// <summary>Says it for a request, when its visitor is known.</summary>
    public void Is(ClaimsPrincipal visitor) => _id = visitor.Tenant();

    /// <summary>A live page's visitor was known when the page was opened, so that this waits for nothing.</summary>
    private TenantId? OfPage()
    {
        var asked = scope.GetService<AuthenticationStateProvider>()?.GetAuthenticationStateAsync();
        return asked is { IsCompletedSuccessfully: true } ? asked.GetAwaiter().GetResult().User.Tenant() : null;
    }
}
