using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace SupplyChain.Access;

/// <summary>Ends a page's session when its key is revoked or expires: a live page would go on for hours.</summary>
internal sealed class SessionWatch(ILoggerFactory log, Callers callers)
    : RevalidatingServerAuthenticationStateProvider(log)
{
    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return authenticationState.User.Credential() is not { } credential
                || await callers.FindAsync(credential, "page") is not null;
        }
        catch (Exception passing) when (passing is UnavailableException or BusyException)
        {
            return true; // Whether it was revoked is asked again in a moment; what the page does is asked anyway.
        }
    }
}
