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
    /// <summary>The scripts of the read tables, from the folders of their business.</summary>
    internal static readonly IReadOnlyList<MigrationScript> Scripts =
        MigrationScript.All(typeof(PostgresReadModelServices).Assembly, "postgres");

    /// <summary>
    /// Adds <see cref="IReadModels"/>, <see cref="IDueWork"/>, <see cref="IClosingQueries"/>, <see
    /// cref="IWarehouseProfiles"/>, <see cref="IProjection"/> and <see cref="IVerifier"/>, and the hosted service that
    /// keeps the tables at the journal's tail on one silo at a time. Needs the journal of a cluster and logging.
    /// </summary>
    public static IServiceCollection AddSupplyChainPostgresReadModels(this IServiceCollection services)
    {
        services.AddSupplyChainPostgresReadTables();
        services.AddSingleton(provider => new PostgresReadPool(Database(provider).Queries));
        services.AddSingleton(provider => new PostgresProjectionStore(
            Database(provider).Projections, Database(provider).Queries, provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<IBusinessClock>(),
            provider.GetRequiredService<ILogger<PostgresProjectionStore>>(),
            provider.GetRequiredService<RecentAppends>()));
        services.AddSingleton<IProjectionStore>(provider => provider.GetRequiredService<PostgresProjectionStore>());
        services.AddSingleton<IReadTableSource>(provider => provider.GetRequiredService<PostgresProjectionStore>());
        return services.AddTableReadModels(provider => provider.GetRequiredService<PostgresReadPool>());
    }

    /// <summary>
    /// Adds the scripts of the read tables to the journal's: whichever node opens the database first makes all tables.
    /// </summary>
    public static IServiceCollection AddSupplyChainPostgresReadTables(this IServiceCollection services)
    {
        foreach (var script in Scripts)
        {
            services.AddSingleton(script);
        }
        services.AddSingleton(new TableSchema(PostgresLayout.Schema));
        return services;
    }

    private static PostgresDatabase Database(IServiceProvider provider) =>
        provider.GetRequiredService<PostgresDatabase>();
}
