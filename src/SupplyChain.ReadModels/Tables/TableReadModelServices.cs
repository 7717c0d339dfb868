using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using SupplyChain.Orders;

namespace SupplyChain.Tables;

/// <summary>Registers what is the same whatever database holds the read tables.</summary>
internal static class TableReadModelServices
{
    /// <summary>
    /// Needs <see cref="IProjectionStore"/>, <see cref="IReadTableSource"/>, the journal and logging.
    /// </summary>
    public static IServiceCollection AddTableReadModels(
        this IServiceCollection services, Func<IServiceProvider, IReadPool> pool)
    {
        services.TryAddSingleton<IBusinessClock, SystemBusinessClock>();
        services.AddSingleton<ReadModelSignals>();
        services.TryAddSingleton<RecentAppends>();
        services.AddSingleton(provider =>
            new TableReadModels(pool(provider), provider.GetRequiredService<ReadModelSignals>()));
        services.AddSingleton<IReadModels>(provider => provider.GetRequiredService<TableReadModels>());
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<TableReadModels>());
        services.AddSingleton<IOrderCounts>(provider => provider.GetRequiredService<TableReadModels>());
        services.AddSingleton<IOrderMentions>(provider => provider.GetRequiredService<TableReadModels>());
        services.AddSingleton<IClosingQueries>(provider => provider.GetRequiredService<TableReadModels>());
        services.AddSingleton<IWarehouseProfiles>(provider => provider.GetRequiredService<TableReadModels>());
        services.AddSingleton<ProjectionService>();
        services.AddSingleton<IProjection>(provider => provider.GetRequiredService<ProjectionService>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ProjectionService>());
        services.AddSingleton<IVerifier, Verifier>();
        return services;
    }
}
