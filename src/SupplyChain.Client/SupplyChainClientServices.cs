using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        services.TryAddSingleton(provider => SupplyChainClient.Over(
            provider.GetRequiredService<IGrainFactory>(), options, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
