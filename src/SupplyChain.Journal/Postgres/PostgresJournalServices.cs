using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal.PersonalData;
using SupplyChain.Journal.Uploads;

namespace SupplyChain.Journal.Postgres;

/// <summary>Registers the journal of a cluster.</summary>
public static class PostgresJournalServices
{
    /// <summary>
    /// Adds <see cref="IJournal"/>, <see cref="IFeatureLevel"/>, <see cref="ISubjectKeys"/>, <see cref="ITenantKeys"/>,
    /// <see cref="IUploads"/> and the <see cref="PostgresDatabase"/>, which is checked and migrated when it is first
    /// asked for; makes the cluster's time the <see cref="TimeProvider"/>. Disposing the container commits what is
    /// queued. Needs logging.
    /// </summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of its
    /// range.</exception>
    public static IServiceCollection AddSupplyChainPostgresJournal(
        this IServiceCollection services, Action<PostgresOptions> configure)
    {
        var options = new PostgresOptions();
        configure(options);
        options.Check();
        services.AddSingleton(options);
        services.AddSingleton(_ => new ClusterTime(TimeProvider.System));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(
            provider => provider.GetRequiredService<ClusterTime>()));
        services.AddSingleton(provider => PostgresDatabase.Open(
            options, provider.GetRequiredService<ClusterTime>(), provider.GetServices<MigrationScript>(),
            provider.GetService<TableSchema>()?.Name));
        services.AddSingleton(provider => new PostgresFeatureLevel(
            provider.GetRequiredService<PostgresDatabase>(),
            provider.GetRequiredService<ILogger<PostgresFeatureLevel>>(),
            provider.GetService<IHostApplicationLifetime>()));
        services.AddSingleton<IFeatureLevel>(provider => provider.GetRequiredService<PostgresFeatureLevel>());
        services.AddHostedService(provider => provider.GetRequiredService<PostgresFeatureLevel>());
        services.AddSingleton(provider => new JournalMetrics(provider.GetService<IMeterFactory>()));
        services.AddSingleton<IJournal>(provider => new PostgresJournal(
            provider.GetRequiredService<PostgresDatabase>(), options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PostgresJournal>>(),
            provider.GetRequiredService<JournalMetrics>()));
        services.AddSingleton(provider => new PostgresKeys(
            provider.GetRequiredService<PostgresDatabase>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISubjectKeys>(provider => provider.GetRequiredService<PostgresKeys>());
        services.AddSingleton<ITenantKeys>(provider => provider.GetRequiredService<PostgresKeys>());
        services.AddSingleton<IUploads, PostgresUploads>();
        return services;
    }
}
