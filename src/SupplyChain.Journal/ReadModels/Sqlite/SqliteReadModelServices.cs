using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupplyChain.Journal.Verification;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>Registers the read models of the embedded default.</summary>
public static class SqliteReadModelServices
{
    /// <summary>
    /// Adds <see cref="IReadModels"/>, <see cref="IDueWork"/>, <see cref="IClosingQueries"/>, <see
    /// cref="IWarehouseProfiles"/>,
    /// <see cref="IProjection"/> and <see cref="IVerifier"/>, and the hosted service that keeps the tables at the
    /// journal's tail. Needs the embedded journal and logging.
    /// </summary>
    public static IServiceCollection AddSupplyChainSqliteReadModels(this IServiceCollection services)
    {
        services.AddSingleton<ReadModelStore>();
        services.AddSingleton<ReadModelSignals>();
        services.AddSingleton<SqliteReadModels>();
        services.AddSingleton<IReadModels>(provider => provider.GetRequiredService<SqliteReadModels>());
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<SqliteReadModels>());
        services.AddSingleton<IClosingQueries>(provider => provider.GetRequiredService<SqliteReadModels>());
        services.AddSingleton<IWarehouseProfiles>(provider => provider.GetRequiredService<SqliteReadModels>());
        services.AddSingleton<ProjectionService>();
        services.AddSingleton<IProjection>(provider => provider.GetRequiredService<ProjectionService>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ProjectionService>());
        services.AddSingleton<IReadTableSource>(provider => provider.GetRequiredService<ReadModelStore>());
        services.AddSingleton<IVerifier, Verifier>();
        return services;
    }
}
