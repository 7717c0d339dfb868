using Microsoft.Extensions.DependencyInjection;

namespace SupplyChain.Tenants;

/// <summary>Registers what knows the tenants and what they use.</summary>
public static class TenantServices
{
    /// <summary>Has the silo count the calls of clients where it asks for no keys.</summary>
    public static ISiloBuilder CountCalls(this ISiloBuilder silo) => silo.AddIncomingGrainCallFilter<OpenCalls>();

    internal static void AddSupplyChainTenants(this IServiceCollection services)
    {
        services.AddSingleton<TenantDirectory>();
        services.AddHostedService(provider => provider.GetRequiredService<TenantDirectory>());
        services.AddSingleton<QuotaMetrics>();
        services.AddSingleton<CallCounts>();
        services.AddSingleton<Quotas>();
    }

    /// <summary>Adds what counts and looks up what tenants use.</summary>
    internal static void AddSupplyChainUsage(this IServiceCollection services)
    {
        services.AddSingleton<UsageReader>();
        services.AddSingleton<CallReports>();
        services.AddHostedService(provider => provider.GetRequiredService<CallReports>());
        services.AddSingleton<QuotaWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<QuotaWatch>());
    }
}
