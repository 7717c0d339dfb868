using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupplyChain.Access;

namespace SupplyChain;

/// <summary>Registers the client.</summary>
public static class SupplyChainClientServices
{
    /// <summary>Adds a <see cref="SupplyChainClient"/> over the actors the process can reach already.</summary>
    public static IServiceCollection AddSupplyChainClient(
        this IServiceCollection services, Action<SupplyChainClientOptions>? configure = null)
    {
        var options = new SupplyChainClientOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(NodeClient.Name, (provider, _) => SupplyChainClient.Over(
            provider.GetRequiredService<IGrainFactory>(), options, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<SupplyChainClient>(NodeClient.Name));
        return services;
    }
}
