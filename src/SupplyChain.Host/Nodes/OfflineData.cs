using SupplyChain.Access;
using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using SupplyChain.Tenants;

namespace SupplyChain.Host.Nodes;

/// <summary>What nodes keep, without a node: the journal and the read models, no actors.</summary>
internal sealed class OfflineData : IAsyncDisposable
{
    private readonly IHost _host;

    private OfflineData(IHost host) => _host = host;

    /// <summary>The read models.</summary>
    public IProjection Projection => _host.Services.GetRequiredService<IProjection>();

    /// <summary>Which events the data may hold.</summary>
    public IFeatureLevel Level => _host.Services.GetRequiredService<IFeatureLevel>();

    /// <summary>The keys that callers show.</summary>
    public KeyRingJournal Keys => _host.Services.GetRequiredService<KeyRingJournal>();

    /// <summary>The tenants.</summary>
    public TenantJournal Tenants => _host.Services.GetRequiredService<TenantJournal>();

    /// <summary>Opens a data directory that has a journal, and lets the read models catch up with it.</summary>
    /// <exception cref="VerbException">It has none, or cannot be used.</exception>
    public static Task<OfflineData> OpenAsync(string data, CancellationToken cancellationToken, bool makes = false) =>
        makes || File.Exists(Path.Combine(data, "journal.db"))
            ? OpenAsync(
                services => services.AddData(data), services => DataFolder.Open(services, data), cancellationToken)
            : throw new VerbException($"There is no journal in {data}; name another directory with --data.");

    /// <summary>Opens a cluster's database that has a journal of this version, and lets the read models catch up with
    /// it.</summary>
    /// <exception cref="VerbException">It has none, or cannot be used.</exception>
    public static Task<OfflineData> OpenDatabaseAsync(
        string postgres, CancellationToken cancellationToken, bool makes = false) =>
        OpenAsync(services => services.AddDatabase(postgres, makes), ClusterDatabase.Open, cancellationToken);

    private static async Task<OfflineData> OpenAsync(
        Action<IServiceCollection> add, Action<IServiceProvider> open, CancellationToken cancellationToken)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.Quiet();
        add(builder.Services);
        builder.Services.AddSingleton(new AccessOptions { Tenant = NodeOptions.Tenant });
        builder.Services.AddSingleton<KeyRingJournal>();
        builder.Services.AddSingleton<TenantJournal>();
        var offline = new OfflineData(builder.Build());
        try
        {
            open(offline._host.Services);
            await offline._host.StartAsync(cancellationToken);
            var tail = await offline._host.Services.GetRequiredService<IJournal>().TailPositionAsync(cancellationToken);
            await offline.Projection.WaitForAsync(tail, cancellationToken);
            return offline;
        }
        catch
        {
            await offline.DisposeAsync();
            throw;
        }
    }

    /// <summary>Checks every invariant.</summary>
    public Task<VerifyReport> VerifyAsync(VerificationProgress progress, CancellationToken cancellationToken) =>
        _host.Services.GetRequiredService<IVerifier>().VerifyAsync(
            _host.Services.GetRequiredService<TimeProvider>().GetUtcNow(), progress, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
