using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace SupplyChain.Access;

/// <summary>
/// Whose entities the services of one request or one live page work on: those of the visitor's tenant. It is known
/// before anything is drawn, and stays: a page that is open does not change hands.
/// </summary>
internal sealed class VisitorTenant(IServiceProvider scope)
{
    private ClaimsPrincipal? _visitor;

    /// <summary>The tenant.</summary>
    /// <exception cref="AccessDeniedException">Who it is for did not sign in.</exception>
    public TenantId Id => Visitor?.Tenant()
        ?? throw new AccessDeniedException("What belongs to a tenant is shown to who signed in.");

    /// <summary>
    /// Whether the visitor is limited to warehouses; one who is not known yet counts as limited, since what is not
    /// shared is right for all.
    /// </summary>
    public bool IsLimited => Visitor?.Scope().IsLimited ?? true;

    private ClaimsPrincipal? Visitor => _visitor ??= OfPage();

    /// <summary>Says it for a request, when its visitor is known.</summary>
    public void Is(ClaimsPrincipal visitor) => _visitor = visitor;

    /// <summary>A live page's visitor was known when the page was opened, so that this waits for nothing.</summary>
    private ClaimsPrincipal? OfPage()
    {
        var asked = scope.GetService<AuthenticationStateProvider>()?.GetAuthenticationStateAsync();
#pragma warning disable VSTHRD002 // It has completed.
        return asked is { IsCompletedSuccessfully: true } ? asked.GetAwaiter().GetResult().User : null;
#pragma warning restore VSTHRD002
    }
}
