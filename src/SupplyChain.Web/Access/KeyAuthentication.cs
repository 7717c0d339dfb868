using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace SupplyChain.Access;

/// <summary>
/// Tells who makes a request: by the key in <c>Authorization: Bearer</c>, or by the session that a browser keeps in a
/// cookie. In Development a caller without a key is let in as an administrator.
/// </summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Callers callers,
    WebAccess access, RefusedRequests refused)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "key";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (CredentialOf(Request) is { } credential)
        {
            // What cannot be a key may be an operator's password, which is another's to judge.
            if (await callers.FindAsync(credential, From(Context)) is { } caller)
                return Success(Visitor.Of(caller, credential, callers.Home), caller.Token);
            if (!access.IsOpen)
                return AuthenticateResult.Fail("The key is not accepted: unknown, expired or revoked.");
        }
        return access.IsOpen ? Success(Visitor.OfAll(callers.Home), token: null) : AuthenticateResult.NoResult();
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var isShown = CredentialOf(Request) is not null;
        if (isShown)
            refused.Unknown(Request);
        if (PageRequestsOf(Request))
        {
            var asked = Request.PathBase + Request.Path + Request.QueryString;
            Response.Redirect($"{SignInEndpoints.Path}?from={Uri.EscapeDataString(asked)}");
            return Task.CompletedTask;
        }
        if (!isShown)
            refused.Anonymous();
        Response.Headers.WWWAuthenticate = "Bearer";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        refused.Forbidden(Request, Context.User);
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Where a request comes from.</summary>
    internal static string From(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static bool PageRequestsOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static string? CredentialOf(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var shown)
            ? shown is { Scheme: var scheme, Parameter: { Length: > 0 } key }
                && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? key : null
            : request.Cookies[SignInEndpoints.Cookie] is { Length: > 0 } session ? session : null;

    private AuthenticateResult Success(System.Security.Claims.ClaimsPrincipal visitor, string? token)
    {
        if (token is not null)
            Context.Features.Set(new ShownToken(token));
        return AuthenticateResult.Success(new(visitor, SchemeName));
    }
}

/// <summary>The token of the request's caller, which its calls to actors show.</summary>
internal sealed record ShownToken(string Token);
