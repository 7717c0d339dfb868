using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal;
using SupplyChain.Journal.Postgres;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;

namespace SupplyChain.Tables.Postgres;

/// <summary>Registers the read models of a cluster.</summary>
public static class PostgresReadModelServices
{
    /// <summary>
    /// Adds <see cref="IReadModels"/>, <see cref="IDueWork"/>, <see cref="IClosingQueries"/>, <see
    /// cref="IWarehouseProfiles"/>, <see cref="IProjection"/> and <see cref="IVerifier"/>, and the hosted service that
    /// keeps the tables at the journal's tail on one silo at a time. Needs the journal of a cluster and logging.
    /// </summary>
    public static IServiceCollection AddSupplyChainPostgresReadModels(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PostgresReadPool(Database(provider).Queries));
        services.AddSingleton(provider => new PostgresProjectionStore(
            Database(provider).Projections, Database(provider).Queries, provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<IBusinessClock>(),
            provider.GetRequiredService<ILogger<PostgresProjectionStore>>()));
        services.AddSingleton<IProjectionStore>(provider => provider.GetRequiredService<PostgresProjectionStore>());
        services.AddSingleton<IReadTableSource>(provider => provider.GetRequiredService<PostgresProjectionStore>());
        return services.AddTableReadModels(provider => provider.GetRequiredService<PostgresReadPool>());
    }

    private static PostgresDatabase Database(IServiceProvider provider) =>
        provider.GetRequiredService<PostgresDatabase>();
}
