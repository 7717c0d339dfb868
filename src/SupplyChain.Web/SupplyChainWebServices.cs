using Microsoft.Extensions.DependencyInjection.Extensions;
using SupplyChain.Access;
using SupplyChain.Events;
using SupplyChain.Exports;

namespace SupplyChain;

/// <summary>Registers the web part.</summary>
public static class SupplyChainWebServices
{
    /// <summary>
    /// Adds what <see cref="SupplyChainEndpoints.MapSupplyChain"/> needs: health checks, the OpenAPI document.
    /// A <see cref="SupplyChainClient"/> has to be registered as well.
    /// </summary>
    public static IServiceCollection AddSupplyChainWeb(
        this IServiceCollection services, Action<WebOptions>? configure = null)
    {
        var options = new WebOptions();
        configure?.Invoke(options);
        options.Check();
        services.AddSingleton(options);
        services.AddAccess();
        services.AddSingleton<Admission>();
        services.AddSingleton<ExportLimit>();
        services.AddSingleton<EventStreams>();
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(json => WireJson.Apply(json.SerializerOptions));
        services.AddSingleton<StartedCheck>();
        services.AddHealthChecks()
            .AddCheck<StartedCheck>("started", tags: [HealthEndpoints.Startup])
            .AddCheck<ReadyCheck>("ready", tags: [HealthEndpoints.Ready]);
        services.AddSupplyChainOpenApi();
        return services;
    }
}
