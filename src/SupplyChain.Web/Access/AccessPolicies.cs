using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupplyChain.Access;

/// <summary>Who may use which endpoint: each says which permission it needs, and one that does not is closed.</summary>
internal static class AccessPolicies
{
    /// <summary>Adds authentication by keys, and one policy a permission.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(new WebAccess(IsOpen: false));
        services.TryAddSingleton(new OpenIdOptions());
        services.AddClients();
        services.AddSingleton<FailedSignIns>();
        services.AddSingleton<RefusedRequests>();
        services.AddSingleton<Callers>();
        services.AddAuthentication(KeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null);
        var policies = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(IsNowhere).Build());
        foreach (var permission in Enum.GetValues<Permission>())
        {
            policies.AddPolicy(permission.ToString(), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(asked => asked.User.May(permission)));
        }
    }

    /// <summary>
    /// The client without a name is the visitor's and works on the visitor's tenant; the node's own client is
    /// registered by its name.
    /// </summary>
    private static void AddClients(this IServiceCollection services)
    {
        services.RemoveAll<SupplyChainClient>();
        services.AddScoped<VisitorTenant>();
        services.AddScoped(provider =>
        {
            var client = provider.GetRequiredKeyedService<SupplyChainClient>(NodeClient.Name)
                .With(new CallOptions { Tenant = provider.GetRequiredService<VisitorTenant>().Id });
            return provider.GetRequiredService<WebAccess>().IsOpen
                ? client
                : client.With(new CallOptions { Token = () => provider.GetRequiredService<VisitorToken>().GetAsync() });
        });
    }

    /// <summary>
    /// Callers that may read are told that there is no such path or method (404, 405); others are refused.
    /// </summary>
    private static bool IsNowhere(AuthorizationHandlerContext asked) =>
        asked.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint
        && asked.User.May(Permission.Read);

    /// <summary>Says what an endpoint needs of its caller.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(permission.ToString());

    /// <summary>
    /// What endpoints need that do not say it: reading to read, writing for everything else.
    /// </summary>
    public static void NeedsByMethod(this RouteGroupBuilder endpoints) =>
        ((IEndpointConventionBuilder)endpoints).Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<IAuthorizeData>().Any())
                return;
            var reads = endpoint.Metadata.OfType<IHttpMethodMetadata>()
                .All(methods => methods.HttpMethods.All(HttpMethods.IsGet));
            endpoint.Metadata.Add(new AuthorizeAttribute((reads ? Permission.Read : Permission.Write).ToString()));
        });
}
