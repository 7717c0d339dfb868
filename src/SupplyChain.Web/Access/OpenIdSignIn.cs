using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SupplyChain.Access;

/// <summary>
/// People sign in with an identity provider: the code flow of OpenID Connect with PKCE. What the provider says becomes
/// a session like that of a key; nothing of the provider's own tokens is kept.
/// </summary>
public static partial class OpenIdSignIn
{
    /// <summary>Where the way to the provider begins.</summary>
    internal const string Path = "/sign-in/openid";

    /// <summary>Where the provider sends people back to.</summary>
    internal const string BackPath = "/sign-in/openid/back";

    private const string SchemeName = "openid";
    private const int MaxSubjectLength = 255; // OpenID Connect Core 1.0, section 2.
    private static readonly TimeSpan ProviderTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Adds it when it is configured. An <see cref="IPersonSessions"/> has to be registered as well.</summary>
    public static IServiceCollection AddSupplyChainOpenId(
        this IServiceCollection services, Action<OpenIdOptions> configure)
    {
        var options = new OpenIdOptions();
        configure(options);
        options.Check();
        services.AddSingleton(options);
        if (options.IsConfigured)
            services.AddAuthentication().AddOpenIdConnect(SchemeName, handler => Configure(handler, options));
        return services;
    }

    /// <summary>Maps where the way to the provider begins, when there is one.</summary>
    internal static void MapOpenIdSignIn(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<OpenIdOptions>().IsConfigured)
            routes.MapGet(Path, BeginAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static void Configure(OpenIdConnectOptions handler, OpenIdOptions options)
    {
        (handler.Authority, handler.ClientId, handler.ClientSecret) =
            (options.Authority, options.ClientId, options.ClientSecret);
        handler.RequireHttpsMetadata = options.IsSecure;
        handler.ResponseType = OpenIdConnectResponseType.Code;
        // Back by a link and not by a form: no other site's form is accepted here.
        handler.ResponseMode = OpenIdConnectResponseMode.Query;
        handler.CorrelationCookie.SameSite = handler.NonceCookie.SameSite = SameSiteMode.Lax;
        handler.UsePkce = true;
        handler.CallbackPath = BackPath;
        handler.SignedOutCallbackPath = handler.RemoteSignOutPath = default;
        handler.SignInScheme = KeyAuthentication.SchemeName;
        handler.BackchannelTimeout = ProviderTimeout;
        handler.MapInboundClaims = false;
        handler.DisableTelemetry = true;
        handler.Scope.Clear();
        foreach (var scope in options.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            handler.Scope.Add(scope);
        handler.GetClaimsFromUserInfoEndpoint = true;
        handler.ClaimActions.MapJsonKey(options.RoleClaim, options.RoleClaim);
        handler.ClaimActions.MapJsonKey(options.NameClaim, options.NameClaim);
        if (options.WarehouseClaim is { } warehouses)
            handler.ClaimActions.MapJsonKey(warehouses, warehouses);
        if (options.TenantClaim is { } tenant)
            handler.ClaimActions.MapJsonKey(tenant, tenant);
        handler.Events.OnTicketReceived = ReceiveAsync;
        handler.Events.OnRemoteFailure = FailAsync;
    }

    /// <summary>Sends a browser to the provider; who signed out just now is asked there again.</summary>
    private static async Task BeginAsync(HttpContext http, ILogger<OpenIdOptions> log, string? from, bool again = false)
    {
        try
        {
            await http.ChallengeAsync(SchemeName, new OpenIdConnectChallengeProperties
            {
                RedirectUri = SignInEndpoints.Local(from),
                Prompt = again ? OpenIdConnectPrompt.Login : null,
            });
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException)
        {
            Failed(log, Reason(failure));
            http.Response.Redirect(SignInEndpoints.Again(from, "provider"));
        }
    }

    /// <summary>The provider said who it is: a session begins for who has a role here.</summary>
    private static async Task ReceiveAsync(TicketReceivedContext received)
    {
        var http = received.HttpContext;
        var options = http.RequestServices.GetRequiredService<OpenIdOptions>();
        var log = http.RequestServices.GetRequiredService<ILogger<OpenIdOptions>>();
        received.HandleResponse();
        if (received.Principal is not { } visitor || PersonOf(visitor, options) is not { } person)
        {
            NoRole(log, options.RoleClaim);
            http.Response.Redirect(SignInEndpoints.Again(received.ReturnUri, "no-role"));
            return;
        }
        if (options.WarehousesOf(person.Role, Values(visitor, options.WarehouseClaim)) is not { } warehouses)
        {
            NoWarehouse(log, options.WarehouseClaim!);
            http.Response.Redirect(SignInEndpoints.Again(received.ReturnUri, "no-warehouse"));
            return;
        }
        if (TenantOf(visitor, options, out var tenant)
            && await http.RequestServices.GetRequiredService<IPersonSessions>()
                .BeginAsync(person with { Warehouses = warehouses, Tenant = tenant }, options.MaxSessionAge)
                is { } session)
        {
            SignInEndpoints.Keep(http, session);
            http.Response.Redirect(SignInEndpoints.Local(received.ReturnUri));
            return;
        }
        NoTenant(log, options.TenantClaim!);
        http.Response.Redirect(SignInEndpoints.Again(received.ReturnUri, "no-tenant"));
    }

    /// <summary>
    /// The tenant that the claim names, null without such a claim: the home tenant. False when the claim names none or
    /// several, between which nothing decides.
    /// </summary>
    private static bool TenantOf(ClaimsPrincipal visitor, OpenIdOptions options, out TenantId? tenant)
    {
        tenant = null;
        if (options.TenantClaim is not { } claim)
            return true;
        if (visitor.FindAll(claim).Select(said => said.Value).Distinct().ToArray() is not [var named]
            || !Identifier.IsValid(named))
        {
            return false;
        }
        tenant = named;
        return true;
    }

    /// <summary>Who the provider says it is; null for a person without a role here.</summary>
    private static Person? PersonOf(ClaimsPrincipal visitor, OpenIdOptions options)
    {
        if (visitor.FindFirstValue("sub") is not { Length: > 0 and <= MaxSubjectLength } subject
            || options.RoleOf(Values(visitor, options.RoleClaim)) is not { } role)
        {
            return null;
        }
        var said = new string([.. (visitor.FindFirstValue(options.NameClaim) ?? "").Where(one => !char.IsControl(one))])
            .Trim();
        var name = said.Length > 0 ? said : subject;
        var longest = Limits.MaxText - CreateKey.EndOfPeople.Length;
        return new(subject, (name.Length > longest ? name[..longest] : name) + CreateKey.EndOfPeople, role);
    }

    private static IEnumerable<string> Values(ClaimsPrincipal visitor, string? claim) =>
        claim is null ? [] : visitor.FindAll(claim).Select(one => one.Value);

    /// <summary>The provider said no, or what came back was not asked for by this browser.</summary>
    private static Task FailAsync(RemoteFailureContext failed)
    {
        var log = failed.HttpContext.RequestServices.GetRequiredService<ILogger<OpenIdOptions>>();
        Failed(log, Reason(failed.Failure));
        failed.HandleResponse();
        failed.Response.Redirect(SignInEndpoints.Again(failed.Properties?.RedirectUri, "provider"));
        return Task.CompletedTask;
    }

    /// <summary>What was at the bottom of it, in a line.</summary>
    private static string Reason(Exception? failure) =>
        failure?.GetBaseException().Message.Split('\n')[0].Trim() ?? "it does not say why";

    [LoggerMessage(LogLevel.Warning, "A sign-in with the identity provider failed: {Reason}")]
    private static partial void Failed(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Refused a person whom the identity provider knows: '{Claim}' names no tenant")]
    private static partial void NoTenant(ILogger log, string claim);

    [LoggerMessage(LogLevel.Warning, "Refused a person whom the identity provider knows: no '{Claim}' gives a role")]
    private static partial void NoRole(ILogger log, string claim);

    [LoggerMessage(
        LogLevel.Warning, "Refused a person whom the identity provider knows: '{Claim}' names no 1 to 100 warehouses")]
    private static partial void NoWarehouse(ILogger log, string claim);
}
