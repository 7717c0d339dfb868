using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;
using Xunit;

namespace SupplyChain;

/// <summary>A running silo whose membership and grain storage are in the database.</summary>
public sealed class OneStorage(OneDatabase database) : IAsyncLifetime
{
    /// <summary>Storage that keeps a row when its state is cleared.</summary>
    public const string Keeping = "Default";

    /// <summary>Storage that deletes the row.</summary>
    public const string Deleting = "Deleting";

    private readonly string _cluster = $"c-{Guid.NewGuid():N}";
    private IHost _silo = null!;

    /// <summary>One of the two storages.</summary>
    public IGrainStorage Get(string name) => _silo.Services.GetRequiredKeyedService<IGrainStorage>(name);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _silo = new HostBuilder()
            .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .UseOrleans(silo => silo
                .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (_cluster, _cluster))
                .UseAdoNetClustering(clustering =>
                    (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", database.ConnectionString))
                .ConfigureEndpoints("127.0.0.1", FreePort.Next(), FreePort.Next())
                .AddAdoNetGrainStorage(Keeping, options => options.Configure<Serializer>(Configure))
                .AddAdoNetGrainStorage(Deleting, options => options.Configure<Serializer>(
                    (storage, serializer) =>
                    {
                        Configure(storage, serializer);
                        storage.DeleteStateOnClear = true;
                    })))
            .Build();
        await _silo.StartAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _silo.StopAsync();
        _silo.Dispose();
    }

    private void Configure(AdoNetGrainStorageOptions storage, Serializer serializer)
    {
        storage.Invariant = "Npgsql";
        storage.ConnectionString = database.ConnectionString;
        storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
    }
}
