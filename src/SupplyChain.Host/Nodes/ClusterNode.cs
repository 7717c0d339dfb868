using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;
using SupplyChain.Journal.Postgres;
using SupplyChain.Operations;
using SupplyChain.Tables.Postgres;

namespace SupplyChain.Host.Nodes;

/// <summary>What a node has because it is one of several on a database.</summary>
internal static class ClusterNode
{
    private const string Npgsql = "Npgsql";

    /// <summary>A call in flight to a node that dies is lost after this, and repeated within the deadline.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// All who call an actor that is looked for wait for the same search, which may have asked a silo that died
    /// since; who repeats the call begins a new one.
    /// </summary>
    private static readonly TimeSpan PlacementTimeout = TimeSpan.FromSeconds(3);

    /// <summary>
    /// A call through a gateway that dies is not noticed earlier, as one between silos is; so it gets less time.
    /// </summary>
    private static readonly TimeSpan ClientCallTimeout = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan SiloWaitTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SiloRetryInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Adds the journal of a cluster, and the read models where there are actors.</summary>
    public static void AddData(IServiceCollection services, ClusterSettings cluster)
    {
        services.AddSupplyChainPostgresJournal(journal =>
        {
            Settings.Bind("Journal", journal);
            journal.ConnectionString = cluster.Postgres;
        });
        if (cluster.HasActors)
            services.AddSupplyChainPostgresReadModels();
        else
            services.AddSupplyChainPostgresReadTables();
    }

    /// <summary>Makes a silo find the others through the database.</summary>
    public static void Join(this ISiloBuilder silo, NodeOptions options, int siloPort, int gatewayPort)
    {
        var cluster = options.Cluster!;
        silo.Configure<ClusterOptions>(self => Name(self, options));
        silo.ConfigureEndpoints(cluster.Advertise, siloPort, gatewayPort);
        if (cluster.GatewayListensOn is { } port)
            silo.Configure<EndpointOptions>(ends => ends.GatewayListeningEndpoint = new(cluster.Advertise, port));
        silo.Services.AddSingleton(new BalanceOptions { Region = cluster.Region });
        silo.UseAdoNetClustering(clustering => clustering.Configure<PostgresDatabase>((table, database) =>
            (table.Invariant, table.ConnectionString) = (Npgsql, database.OrleansConnectionString)));
        silo.AddAdoNetGrainStorageAsDefault(storage => storage.Configure<PostgresDatabase, Serializer>(
            (table, database, serializer) =>
            {
                (table.Invariant, table.ConnectionString) = (Npgsql, database.OrleansConnectionString);
                table.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
            }));
        silo.Configure<ClusterMembershipOptions>(Tune);
        silo.Configure<SiloMessagingOptions>(messaging =>
            (messaging.ResponseTimeout, messaging.PlacementTimeout) = (CallTimeout, PlacementTimeout));
        silo.Services.AddSingleton<IFatalErrorHandler, SiloGivenUp>();
    }

    /// <summary>Makes a node without actors find the others through the database.</summary>
    public static void Join(this IClientBuilder client, NodeOptions options)
    {
        client.Configure<ClusterOptions>(self => Name(self, options));
        client.UseAdoNetClustering(clustering => clustering.Configure<PostgresDatabase>((table, database) =>
            (table.Invariant, table.ConnectionString) = (Npgsql, database.OrleansConnectionString)));
        if (options.Certificate is { } certificate)
        {
            client.Configure<ClientConnectionOptions>(
                connections => connections.ConfigureConnection(certificate.SecureOpened));
        }
        client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = ClientCallTimeout);
        client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2));
        var until = TimeProvider.System.GetUtcNow() + SiloWaitTimeout;
        client.UseConnectionRetryFilter(async (_, stopping) =>
        {
            await Task.Delay(SiloRetryInterval, stopping);
            return TimeProvider.System.GetUtcNow() < until;
        });
    }

    private static void Name(ClusterOptions self, NodeOptions options) =>
        (self.ClusterId, self.ServiceId) = (options.ClusterId, options.Cluster!.ServiceId);

    /// <summary>
    /// A dead silo is noticed after two missed probes and needs the word of two. Sixty seconds of saturated processors
    /// evicted no silo at these settings. A silo that died with all others is known by the signs of life that stopped.
    /// </summary>
    private static void Tune(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(1);
        // Twice this long a silo that stands still counts as alive because its connections were in use just before.
        membership.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        membership.NumMissedProbesLimit = 2;
        membership.NumVotesForDeathDeclaration = 2;
        // A single survivor would ask the dead to probe the dead; two who miss it directly are proof enough, if they do
        // at the same time.
        membership.EnableIndirectProbes = false;
        membership.DeathVoteExpirationTimeout = TimeSpan.FromSeconds(20);
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
        membership.NumMissedTableIAmAliveLimit = 3;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        membership.MaxJoinAttemptTime = TimeSpan.FromSeconds(60);
        membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
        membership.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
    }
}
