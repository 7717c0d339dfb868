using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupplyChain.Tenants;

namespace SupplyChain.Access;

/// <summary>Registers keys and what asks for them.</summary>
public static class AccessServices
{
    /// <summary>
    /// Has the silo ask every caller for a token. Without it keys can be created, and calls need none.
    /// </summary>
    public static ISiloBuilder RequireKeys(this ISiloBuilder silo, AccessOptions options)
    {
        silo.Services.AddSingleton(options with { AreKeysRequired = true });
        silo.Services.AddSingleton<AccessFilter>();
        silo.Services.AddSingleton<IIncomingGrainCallFilter>(provider => provider.GetRequiredService<AccessFilter>());
        silo.Services.AddSingleton<IOutgoingGrainCallFilter>(provider => provider.GetRequiredService<AccessFilter>());
        return silo;
    }

    /// <summary>
    /// Has a node without actors show what it is to those that have some. It shares their database.
    /// </summary>
    public static IClientBuilder ShowTokens(this IClientBuilder client, AccessOptions options)
    {
        client.Services.AddSingleton(options);
        client.Services.AddSupplyChainAccess();
        client.Services.AddSingleton<AccessFilter>();
        client.Services.AddSingleton<IOutgoingGrainCallFilter>(provider => provider.GetRequiredService<AccessFilter>());
        return client;
    }

    internal static void AddSupplyChainAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(new AccessOptions());
        services.AddSingleton<AccessMetrics>();
        services.AddSingleton<SlowedFailures>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<KeyDirectory>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyDirectory>());
        services.AddHostedService<KeyUseReports>();
        services.AddSupplyChainTenants();
    }
}
