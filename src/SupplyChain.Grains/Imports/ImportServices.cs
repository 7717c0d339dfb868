using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupplyChain.Imports;

/// <summary>Registers what imports need.</summary>
public static class ImportServices
{
    /// <summary>Lets a node carry imports out.</summary>
    /// <param name="services">The node's services; they must hold a journal.</param>
    /// <param name="configure">Sets the folder of profiles and the limits; null: as they are set otherwise.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of its
    /// range.</exception>
    public static IServiceCollection AddSupplyChainImports(
        this IServiceCollection services, Action<ImportOptions>? configure = null)
    {
        var options = new ImportOptions();
        configure?.Invoke(options);
        options.Check();
        if (configure is null)
            services.TryAddSingleton(options);
        else
            services.Replace(ServiceDescriptor.Singleton(options));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ImportProfiles>();
        services.TryAddSingleton<KnownProfiles>();
        services.TryAddSingleton<ImportWork>();
        return services;
    }
}
