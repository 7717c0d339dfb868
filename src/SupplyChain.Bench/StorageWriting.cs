using Npgsql;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace SupplyChain.Bench;

/// <summary>
/// The usual way to keep the state of actors, to compare with: grain storage, one write to the database per call.
/// </summary>
internal static class StorageWriting
{
    private const int MaxConnections = 40;
    private const string Kind = "bench";

    /// <summary>As many grains as there are writers, on a database that has the schema.</summary>
    public static async Task<JournalFigures> RunAsync(
        string connection, WriteLoad load, int bytes, CancellationToken stop)
    {
        using var silo = Silo(new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = MaxConnections });
        await silo.StartAsync(stop);
        try
        {
            var storage = silo.Services.GetRequiredKeyedService<IGrainStorage>("Default");
            var grains = Enumerable.Range(0, load.Writers)
                .Select(n => (Id: GrainId.Create(Kind, $"{n}"), State: new GrainState<byte[]>(new byte[bytes])))
                .ToArray();
            return await load.RunAsync(
                "grain storage, a write per call",
                n => storage.WriteStateAsync(Kind, grains[n].Id, grains[n].State), stop);
        }
        finally
        {
            await silo.StopAsync(CancellationToken.None);
        }
    }

    private static IHost Silo(NpgsqlConnectionStringBuilder connection)
    {
        var host = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        host.Logging.Quiet();
        host.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(
                Ports.Choose("", System.Net.IPAddress.Loopback, null, null),
                Ports.Choose("", System.Net.IPAddress.Loopback, null, null));
            silo.AddAdoNetGrainStorageAsDefault(storage => storage.Configure<Serializer>((table, serializer) =>
            {
                (table.Invariant, table.ConnectionString) = ("Npgsql", connection.ConnectionString);
                table.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
            }));
        });
        return host.Build();
    }
}
