using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Serialization;
using SupplyChain.Access;
using SupplyChain.Demo;
using SupplyChain.Host.Nodes.Rehearsing;
using SupplyChain.Imports;
using SupplyChain.Operations;
using SupplyChain.Planner;
using SupplyChain.Tenants;

namespace SupplyChain.Host.Nodes;

/// <summary>Puts a node together: the journal, the silo with the actors, and the web part over them.</summary>
internal static class Node
{
    private const int MaxWaitingForOneActor = 10_000;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StuckCallThreshold = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MaxIdleAge = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DeactivationTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClusterNoticeDelay = TimeSpan.FromSeconds(1);

    /// <summary>Composes the node and opens its data.</summary>
    /// <exception cref="VerbException">The data cannot be used.</exception>
    public static WebApplication Compose(NodeOptions options, int siloPort, int gatewayPort)
    {
        var builder = Begin(options);
        var services = builder.Services;
        services.AddSingleton(OperatorKey.Configured());
        if (options.Rehearsal is null)
            builder.AddTelemetry(options, Name(siloPort));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        var drain = new DrainOptions { Notice = options.Cluster is null ? TimeSpan.Zero : ClusterNoticeDelay };
        Settings.Bind("Drain", drain);
        drain.Check();
        services.AddSingleton(drain);
        services.AddSingleton<Drain>();
        if (options.Rehearsal is null)
            services.AddSingleton<IHostLifetime, StopSignals>();
        else
            services.AddSingleton<IHostLifetime, NoSignals>();
        services.AddSingleton<ISiloDeparture, Departure>();
        if (options.Cluster is { } cluster)
            ClusterNode.AddData(services, cluster);
        else if (options.Rehearsal?.Joins is { } first)
            first.ShareData(services);
        else
            services.AddData(options.Data);
        services.AddSupplyChainNodeClient(client => client.Tenant = NodeOptions.Tenant);
        services.AddSingleton(new WebAccess(options.IsOpen));
        services.AddSupplyChainWeb(web => Settings.Bind("Web", web));
        // In Development nobody has to sign in.
        if (!options.IsOpen)
        {
            services.AddSingleton<IPersonSessions, PersonSessions>();
            services.AddSupplyChainOpenId(openId => Settings.Bind("Access:OpenId", openId));
        }
        services.AddSupplyChainPages();
        services.AddHealthChecks().AddCheck<Drain>("drain", tags: [SupplyChainEndpoints.Ready]);
        AddOrleans(builder, options, siloPort, gatewayPort);
        if (options.Demo)
        {
            services.AddDemoWorld(world => Settings.Bind("Demo", world));
            services.AddSingleton<IBusinessClock, SimulatedBusinessClock>();
        }

        return Finish(builder.Build(), options);
    }

    private static void AddOrleans(WebApplicationBuilder builder, NodeOptions options, int siloPort, int gatewayPort)
    {
        var traced = builder.Configuration.HasTraces();
        builder.Services.Configure<ExceptionSerializationOptions>(ExceptionsBelowOrleans.Admit);
        if (options.Cluster is { HasActors: false })
        {
            builder.UseOrleansClient(client =>
            {
                client.Join(options);
                client.AddDashboard(WithoutLog);
                if (!options.IsOpen)
                    client.ShowTokens(new() { Tenant = NodeOptions.Tenant });
                if (traced)
                    client.AddActivityPropagation();
            });
            return;
        }

        builder.Services.AddHealthChecks()
            .AddCheck<JournalCheck>("journal", tags: [SupplyChainEndpoints.Ready])
            .AddCheck<MembershipCheck>("membership", tags: [SupplyChainEndpoints.Ready])
            .AddCheck<ListsCheck>("lists", tags: [SupplyChainEndpoints.Ready]);
        builder.UseOrleans(silo =>
        {
            silo.Compose(options, siloPort, gatewayPort);
            silo.AddDashboard(WithoutLog);
            DashboardReader.Replace(silo.Services);
            if (!options.IsOpen)
                silo.RequireKeys(new() { Tenant = NodeOptions.Tenant });
            else
                silo.CountCalls();
            if (traced)
                silo.AddActivityPropagation();
        });
    }

    /// <summary>The log may name what an operator of the cluster has no business with.</summary>
    private static void WithoutLog(DashboardOptions dashboard) => dashboard.HideTrace = true;

    private static string Name(int siloPort) => $"{Environment.MachineName.ToLowerInvariant()}-{siloPort}";

    private static WebApplicationBuilder Begin(NodeOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "supplychain",
            EnvironmentName = options.Environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Only what is documented decides: not the variables of the web framework, not a file beside the program.
        builder.Configuration.Sources.Clear();
        // In Development static files would be compared with the disk at each request, and sent uncompressed.
        builder.Configuration.AddInMemoryCollection([new("ReloadStaticAssetsAtRuntime", "false")]);
        builder.Configuration.AddInMemoryCollection(WebCertificate.Configured().ForKestrel());
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        // Built but not published, what pages load lies where it was built from.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (options.Rehearsal is null)
            builder.Logging.Quiet(options.JsonLogs);
        else
            builder.Logging.ClearProviders();
        return builder;
    }

    private static WebApplication Finish(WebApplication app, NodeOptions options)
    {
        // First of all, so that what is wrong with the data is said as what it is.
        if (options.Cluster is null)
            DataFolder.Open(app.Services, options.Data);
        else
            ClusterDatabase.Open(app.Services, options);
        app.UseSupplyChainProblems();
        if (options.IsOpen)
            app.UseMiddleware<LocalHostNames>();
        else
            app.UseDeclaredProxies(ProxyOptions.Configured());
        app.UseMiddleware<OwnPages>();
        if (options.IsOpen)
            app.UseMiddleware<OperatorsOnly>();
        app.UseSupplyChainAccess();
        if (options.Cluster is not { HasActors: false })
            app.UseMiddleware<Shedding>();
        app.MapTelemetry();
        if (options.Cluster is { HasRest: false })
        {
            app.MapSupplyChainHealth();
            return app;
        }

        app.MapSupplyChain();
        app.MapSupplyChainPages();
        app.MapOrleansDashboard("/ops/orleans")
            .RequireAuthorization(nameof(Permission.Operate)).ExcludeFromDescription();
        return app;
    }

    private static void Compose(this ISiloBuilder silo, NodeOptions options, int siloPort, int gatewayPort)
    {
        silo.Configure<SiloOptions>(self => self.SiloName = Name(siloPort));
        silo.Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.ResponseTimeout = CallTimeout;
            messaging.MaxRequestProcessingTime = StuckCallThreshold;
            messaging.MaxEnqueuedRequestsHardLimit = MaxWaitingForOneActor;
            messaging.MaxEnqueuedRequestsHardLimit_StatelessWorker = MaxWaitingForOneActor;
        });
        silo.Configure<GrainCollectionOptions>(collection =>
        {
            collection.CollectionAge = MaxIdleAge;
            collection.DeactivationTimeout = DeactivationTimeout;
        });
        if (options.Cluster is null)
        {
            silo.UseLocalhostClustering(
                siloPort, gatewayPort, options.Rehearsal?.Joins?.Silo, options.ClusterId, options.ClusterId);
            silo.AddStates();
        }
        else
        {
            silo.Join(options, siloPort, gatewayPort);
        }

        if (options.Certificate is { } certificate)
        {
            silo.Configure<SiloConnectionOptions>(connections =>
            {
                connections.ConfigureSiloInboundConnection(certificate.SecureAccepted);
                connections.ConfigureSiloOutboundConnection(certificate.SecureOpened);
                connections.ConfigureGatewayInboundConnection(certificate.SecureAccepted);
            });
        }
        silo.Services.AddSingleton(Labels.Configured(options.Demo));
        silo.Services.AddSingleton(WebhookSettings.Configured());
        silo.Services.AddSupplyChainActors();
        silo.Services.AddSupplyChainImports(imports =>
        {
            Settings.Bind("Imports", imports);
            imports.ProfileFolder = DataFolder.ImportProfiles(options.Data);
        });
    }
}
