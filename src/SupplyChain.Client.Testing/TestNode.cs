using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Tables.Sqlite;

namespace SupplyChain;

/// <summary>A node without web and without gateway, composed of what every node is composed of.</summary>
internal static class TestNode
{
    private const int MostTries = 5;

    /// <summary>Starts it on a data directory.</summary>
    public static async Task<IHost> StartAsync(string data, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var host = Compose(data, clock, FreePort());
            try
            {
                await host.StartAsync(cancellationToken);
                return host;
            }
            catch (SocketException) when (tries < MostTries)
            {
                host.Dispose(); // Somebody took the port meanwhile.
            }
            catch
            {
                host.Dispose();
                throw;
            }
        }
    }

    private static IHost Compose(string data, TimeProvider clock, int siloPort)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<IHostLifetime, SignalsOfTheProgram>();
        builder.Services.AddSupplyChainSqliteJournal(journal => journal.DataDirectory = data);
        builder.Services.AddSupplyChainSqliteReadModels();
        builder.Services.AddSupplyChainActors();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort: 0);
            silo.Configure<ClusterMembershipOptions>(LiveThroughJumps);
            silo.AddMemoryGrainStorageAsDefault();
            // Found by themselves only in programs that Orleans' code generator has seen.
            silo.Services.AddSerializer(serializer => serializer
                .AddAssembly(typeof(Sku).Assembly)
                .AddAssembly(typeof(IStockActor).Assembly)
                .AddAssembly(typeof(StockGrain).Assembly));
        });
        return builder.Build();
    }

    /// <summary>A silo whose clock jumps by weeks has not been silent for weeks.</summary>
    private static void LiveThroughJumps(ClusterMembershipOptions membership)
    {
        membership.LivenessEnabled = false;
        membership.NumMissedTableIAmAliveLimit = 1_000_000;
        membership.DefunctSiloCleanupPeriod = null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
