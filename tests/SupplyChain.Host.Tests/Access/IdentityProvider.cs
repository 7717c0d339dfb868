using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SupplyChain.Access;

/// <summary>
/// An identity provider in the test's process, on this machine only. Whoever comes is who the test says.
/// </summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    /// <summary>What it calls the system.</summary>
    public const string ClientId = "supplychain";

    /// <summary>What the system shows it.</summary>
    public const string ClientSecret = "what the system shows";

    private const int SignInAttempts = 6;

    private readonly WebApplication _app;

    private IdentityProvider(WebApplication app) => _app = app;

    /// <summary>Where it answers.</summary>
    public Uri Url => new(_app.Urls.First());

    /// <summary>Who comes next; null: the provider says no.</summary>
    public (string Subject, string? Name, ImmutableArray<string> Roles)? Visitor { get; set; }

    /// <summary>The warehouses of who comes next.</summary>
    public ImmutableArray<string> Warehouses { get; set; } = ["*"];

    /// <summary>The organization that the next one belongs to; null: none is said.</summary>
    public string? Organization { get; set; }

    /// <summary>What it was asked last to do with somebody who is signed in there.</summary>
    public string? Prompt { get; private set; }

    /// <summary>Starts it on a free port.</summary>
    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            server.RegisterScopes(OpenIddictConstants.Scopes.Profile);
            server.EnableDegradedMode(); // It keeps nothing: its codes and tokens say all there is.
            server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != ClientId)
                    asked.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(asked =>
            {
                if (asked.ClientId != ClientId || asked.ClientSecret != ClientSecret)
                    asked.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
        });
        var app = builder.Build();
        var provider = new IdentityProvider(app);
        app.UseAuthentication();
        app.MapGet("/authorize", provider.Authorize);
        await app.StartAsync();
        return provider;
    }

    /// <summary>
    /// Leads a person without a role through a node's sign-in, and again as long as the answers take too long: on a
    /// busy machine the first ones of a process can take longer than a node waits for its provider.
    /// </summary>
    public async Task KnowAsync(Uri node)
    {
        Visitor = ("subject-0", "First", []);
        for (var attempt = 0; attempt < SignInAttempts; attempt++)
        {
            using var browser = new Browser(node);
            var place = "/sign-in/openid";
            while (!place.StartsWith("/sign-in?", StringComparison.Ordinal))
                place = (await browser.GetAsync(place)).Place;
            if (!place.EndsWith("said=provider", StringComparison.Ordinal))
                return;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpContext http)
    {
        const string scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
        var asked = http.GetOpenIddictServerRequest()!;
        Prompt = asked.Prompt;
        if (Visitor is not var (subject, name, roles))
            return Results.Forbid(authenticationSchemes: [scheme]);
        var identity = new ClaimsIdentity("here", "name", "roles");
        identity.SetClaim("sub", subject).SetClaim("name", name).SetClaims("roles", roles)
            .SetClaims("warehouses", Warehouses).SetClaim("organization", Organization);
        identity.SetScopes(asked.GetScopes());
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: scheme);
    }
}
