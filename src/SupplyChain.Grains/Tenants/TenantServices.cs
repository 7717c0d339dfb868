using Microsoft.Extensions.DependencyInjection;

namespace SupplyChain.Tenants;

/// <summary>Registers what knows the tenants.</summary>
internal static class TenantServices
{
    public static void AddSupplyChainTenants(this IServiceCollection services)
    {
        services.AddSingleton<TenantDirectory>();
        services.AddHostedService(provider => provider.GetRequiredService<TenantDirectory>());
    }
}
