using Microsoft.AspNetCore.Components.Authorization;

namespace SupplyChain.Access;

/// <summary>What the calls of a page show: the token of who looks at it.</summary>
internal sealed class VisitorToken(AuthenticationStateProvider visitors, Callers callers)
{
    /// <summary>The token.</summary>
    /// <exception cref="AccessDeniedException">The session ended: the key was revoked or expired.</exception>
    public async ValueTask<string?> GetAsync() =>
        (await visitors.GetAuthenticationStateAsync()).User.Credential() is { } credential
        && await callers.FindAsync(credential, "page") is { } caller
            ? caller.Token
            : throw new AccessDeniedException("The session ended; sign in again.");
}
