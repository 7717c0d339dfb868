using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Runtime;

namespace SupplyChain;

/// <summary>The membership table of a cluster that only one test knows, as Orleans' own provider sees it.</summary>
internal sealed class Members : IDisposable
{
    public static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly OneDatabase _database;
    private readonly IHost _silo;
    private int _last;

    private Members(OneDatabase database) => (_database, _silo) = (database, Silo(database, Cluster));

    public string Cluster { get; } = $"c-{Guid.NewGuid():N}";

    public IMembershipTable Table => _silo.Services.GetRequiredService<IMembershipTable>();

    public static async Task<Members> CreateAsync(OneDatabase database)
    {
        var members = new Members(database);
        await members.Table.InitializeMembershipTableAsync(true);
        return members;
    }

    /// <summary>A silo that is not in the table yet.</summary>
    public MembershipEntry New(SiloStatus status = SiloStatus.Active, int gatewayPort = 30_000)
    {
        var number = Interlocked.Increment(ref _last);
        return new()
        {
            SiloAddress = SiloAddress.New(IPAddress.Loopback, 11_000 + number, number),
            SiloName = $"silo-{number}",
            HostName = "host",
            Status = status,
            ProxyPort = gatewayPort,
            StartTime = Noon,
            IAmAliveTime = Noon,
        };
    }

    /// <summary>A silo that is in the table.</summary>
    public async Task<MembershipEntry> JoinAsync(MembershipEntry? entry = null)
    {
        entry ??= New();
        var table = await Table.ReadAllAsync();
        return await Table.InsertRowAsync(entry, table.Version.Next())
            ? entry
            : throw new InvalidOperationException("Nobody else writes, but the row was refused.");
    }

    public async Task<int> VersionAsync() => (await Table.ReadAllAsync()).Version.Version;

    /// <summary>The gateways as a client finds them.</summary>
    public async Task<IList<Uri>> GatewaysAsync()
    {
        using var client = new HostBuilder()
            .UseOrleansClient(client => client
                .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (Cluster, Cluster))
                .UseAdoNetClustering(clustering =>
                    (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", _database.ConnectionString)))
            .Build();
        var gateways = client.Services.GetRequiredService<IGatewayListProvider>();
        await gateways.InitializeGatewayListProvider();
        return await gateways.GetGateways();
    }

    public void Dispose() => _silo.Dispose();

    private static IHost Silo(OneDatabase database, string cluster) => new HostBuilder()
        .UseOrleans(silo => silo
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster, cluster))
            .UseAdoNetClustering(clustering =>
                (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", database.ConnectionString)))
        .Build();
}
