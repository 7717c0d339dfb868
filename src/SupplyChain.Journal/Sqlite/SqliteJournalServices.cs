using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal.PersonalData;
using SupplyChain.Journal.Uploads;

namespace SupplyChain.Journal.Sqlite;

/// <summary>Registers the embedded journal.</summary>
public static class SqliteJournalServices
{
    /// <summary>
    /// Adds <see cref="IJournal"/>, <see cref="IFeatureLevel"/>, <see cref="ISubjectKeys"/>, <see cref="ITenantKeys"/>,
    /// <see cref="IUploads"/>, <see cref="SqliteStates"/> and the locked <see cref="DataDirectory"/>. Disposing the
    /// container commits what is queued. Needs logging.
    /// </summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is out of its
    /// range.</exception>
    public static IServiceCollection AddSupplyChainSqliteJournal(
        this IServiceCollection services, Action<SqliteJournalOptions> configure)
    {
        var options = new SqliteJournalOptions();
        configure(options);
        options.Check();
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => DataDirectory.Open(options.DataDirectory));
        services.AddSingleton(provider => new JournalMetrics(provider.GetService<IMeterFactory>()));
        services.AddSingleton<IJournal>(provider => new SqliteJournal(
            provider.GetRequiredService<DataDirectory>(), options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteJournal>>(),
            provider.GetRequiredService<JournalMetrics>()));
        services.AddSingleton<IFeatureLevel, SqliteFeatureLevel>();
        services.AddSingleton(provider => new SqliteKeys(
            provider.GetRequiredService<DataDirectory>(), options,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISubjectKeys>(provider => provider.GetRequiredService<SqliteKeys>());
        services.AddSingleton<ITenantKeys>(provider => provider.GetRequiredService<SqliteKeys>());
        services.AddSingleton(provider => new SqliteStates(
            provider.GetRequiredService<DataDirectory>(), options,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IUploads, FolderUploads>();
        return services;
    }
}
