using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SupplyChain.Journal.Postgres;

/// <summary>Registers the journal of a cluster.</summary>
public static class PostgresJournalServices
{
    /// <summary>
    /// Adds the <see cref="PostgresDatabase"/>, and makes the cluster's time the <see cref="TimeProvider"/>. Asking for the database opens and migrates it.
    /// </summary>
    public static IServiceCollection AddSupplyChainPostgresJournal(
        this IServiceCollection services, Action<PostgresOptions> configure)
    {
        services.AddSingleton<IValidateOptions<PostgresOptions>, Validation>();
        services.AddOptions<PostgresOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton(new ClusterTime(TimeProvider.System));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<ClusterTime>()));
        services.AddSingleton(provider => PostgresDatabase.Open(Options(provider)));
        return services;
    }

    private static PostgresOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<PostgresOptions>>().Value;

    private sealed class Validation : IValidateOptions<PostgresOptions>
    {
        public ValidateOptionsResult Validate(string? name, PostgresOptions options) =>
            options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
