using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupplyChain.Imports;

/// <summary>Registers what imports need.</summary>
public static class ImportServices
{
    /// <summary>Lets a node carry imports out.</summary>
    /// <param name="services">The node's services; they must hold a journal.</param>
    /// <param name="configure">Sets the folder of profiles and the limits.</param>
    public static IServiceCollection AddSupplyChainImports(
        this IServiceCollection services, Action<ImportOptions>? configure = null)
    {
        services.AddOptions<ImportOptions>()
            .Configure(options => configure?.Invoke(options))
            .Validate(
                options => options.OrdersInFlight is >= 1 and <= 1_000,
                "Imports:OrdersInFlight is not from 1 to 1,000.")
            .Validate(options => options.MaxRows >= 1, "Imports:MaxRows is not 1 or more.")
            .Validate(options => options.Patience > TimeSpan.Zero, "Imports:Patience is not above zero.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ImportProfiles>();
        services.TryAddSingleton<KnownProfiles>();
        services.TryAddSingleton<ImportWork>();
        return services;
    }
}
