using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupplyChain.Access;

namespace SupplyChain;

/// <summary>Registers the client.</summary>
public static class SupplyChainClientServices
{
    /// <summary>
    /// Adds a <see cref="SupplyChainClient"/> of a cluster to a program outside of it. It connects in the background
    /// once the host has started, and begins again by itself when the whole cluster was away; a call that comes before
    /// waits for it within its own deadline. Options that make no sense end the start of the host with an
    /// <see cref="OptionsValidationException"/> that names each of them; a cluster that does not answer does not.
    /// </summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="configure">Sets the options, after what was set before.</param>
    /// <returns>The options, to bind or set more of them.</returns>
    public static OptionsBuilder<SupplyChainClientOptions> AddSupplyChainClient(
        this IServiceCollection services, Action<SupplyChainClientOptions>? configure = null)
    {
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<SupplyChainClientOptions>, ClientOptionsCheck>());
        services.TryAddSingleton(provider => SupplyChainClient.Of(
            provider.GetRequiredService<IOptions<SupplyChainClientOptions>>().Value));
        services.AddHostedService<ClientConnecting>();
        var options = services.AddOptions<SupplyChainClientOptions>().ValidateOnStart();
        return configure is null ? options : options.Configure(configure);
    }

    /// <summary>
    /// The same, with options of a section of the configuration, by their names: <c>Gateways</c>, <c>Key</c>,
    /// <c>Tenant</c>, <c>Deadline</c> (<c>00:00:08</c>), … A name that is none of an option's is refused at the start.
    /// </summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="section">The section, for example <c>configuration.GetSection("SupplyChain")</c>.</param>
    /// <returns>The options, to bind or set more of them.</returns>
    public static OptionsBuilder<SupplyChainClientOptions> AddSupplyChainClient(
        this IServiceCollection services, IConfiguration section) =>
        services.AddSupplyChainClient().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);

    /// <summary>
    /// Adds a <see cref="SupplyChainClient"/> over the actors that the process can reach already, as a node has it.
    /// </summary>
    /// <exception cref="ArgumentException">When it is first asked for: the options make no sense.</exception>
    public static IServiceCollection AddSupplyChainNodeClient(
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
