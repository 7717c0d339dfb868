using Microsoft.Extensions.DependencyInjection;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;

namespace SupplyChain.Tables.Sqlite;

/// <summary>Registers the read models of the embedded default.</summary>
public static class SqliteReadModelServices
{
    /// <summary>
    /// Adds <see cref="IReadModels"/>, <see cref="IDueWork"/>, <see cref="IClosingQueries"/>, <see
    /// cref="IWarehouseProfiles"/>, <see cref="IProjection"/> and <see cref="IVerifier"/>, and the hosted service that
    /// keeps the tables at the journal's tail. Needs the embedded journal and logging.
    /// </summary>
    public static IServiceCollection AddSupplyChainSqliteReadModels(this IServiceCollection services)
    {
        services.AddSingleton<SqliteReadModelStore>();
        services.AddSingleton<IProjectionStore>(provider => provider.GetRequiredService<SqliteReadModelStore>());
        services.AddSingleton<IReadTableSource>(provider => provider.GetRequiredService<SqliteReadModelStore>());
        return services.AddTableReadModels(provider => provider.GetRequiredService<SqliteReadModelStore>().Pool);
    }
}
