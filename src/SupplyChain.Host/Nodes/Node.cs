using Orleans.Configuration;
using SupplyChain.Host.Demo;
using SupplyChain.Imports;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Host.Nodes;

/// <summary>Puts a node together: the journal, the silo with the actors, and the web part over them.</summary>
internal static class Node
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan IdleActorsLeaveAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(30);

    /// <summary>Composes the node; nothing is opened yet.</summary>
    public static WebApplication Compose(NodeOptions options, int siloPort, int gatewayPort)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "supplychain",
            EnvironmentName = options.Environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Only what is documented decides: not the variables of the web framework, not a file beside the program.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.Quiet();
        var services = builder.Services;
        services.Configure<HostOptions>(host => host.ShutdownTimeout = PatienceAtTheEnd);
        services.AddSingleton<IHostLifetime, StopSignals>();
        services.AddData(options.Data);
        services.AddSupplyChainClient(client => client.Tenant = NodeOptions.Tenant);
        services.AddSupplyChainWeb(web => web.ImportFolder = DataFolder.Imports(options.Data));
        builder.UseOrleans(silo => silo.Compose(options, siloPort, gatewayPort));
        if (options.Demo)
            services.AddDemoWorld(world => Settings.Bind("Demo", world));
        var app = builder.Build();
        app.UseSupplyChainProblems();
        app.UseMiddleware<LocalHostNames>();
        app.MapSupplyChain();
        return app;
    }

    private static void Compose(this ISiloBuilder silo, NodeOptions options, int siloPort, int gatewayPort)
    {
        silo.UseLocalhostClustering(siloPort, gatewayPort, null, options.ClusterId, options.ClusterId);
        silo.Configure<SiloOptions>(self => self.SiloName = $"{Environment.MachineName.ToLowerInvariant()}-{siloPort}");
        silo.Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.ResponseTimeout = CallTimeout;
            messaging.MaxRequestProcessingTime = StuckAfter;
        });
        silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = IdleActorsLeaveAfter);
        silo.Services.AddSupplyChainActors();
        silo.Services.AddSupplyChainImports(imports =>
        {
            Settings.Bind("Imports", imports);
            imports.Folder = DataFolder.Imports(options.Data);
            imports.ProfileFolder = DataFolder.ImportProfiles(options.Data);
        });
    }
}
