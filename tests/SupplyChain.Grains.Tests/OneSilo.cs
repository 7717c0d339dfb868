using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Serialization.TypeSystem;
using Orleans.Storage;
using SupplyChain.Access;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Journal.PersonalData;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Journal.Uploads;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Tables.Sqlite;
using SupplyChain.Tenants;
using SupplyChain.Views;
using Xunit;

[assembly: AssemblyFixture(typeof(SupplyChain.OneSilo))]

namespace SupplyChain;

/// <summary>One silo with the embedded journal, shared by all tests of the assembly; every test uses ids of its
/// own.</summary>
public sealed class OneSilo : IAsyncLifetime
{
    private static readonly string[] Kinds =
        ["order", "stock", "backlog", "warehouse", "adjustment", "shipment", "transfer"];

    private readonly string _directory = Directory.CreateTempSubdirectory("supplychain-grains-").FullName;
    private IHost _host = null!;
    private int _count;

    /// <summary>A world of its own for one test: a warehouse or more, products, stock.</summary>
    public World NewWorld() =>
        new(_host.Services.GetRequiredService<IGrainFactory>(), $"t{Interlocked.Increment(ref _count)}");

    /// <summary>The journal that the actors write to.</summary>
    public IJournal Journal => _host.Services.GetRequiredService<IJournal>();

    /// <summary>What writes and reads the names of types.</summary>
    public TypeConverter Names => _host.Services.GetRequiredService<TypeConverter>();

    /// <summary>What tokens are sealed with.</summary>
    public ITenantKeys Secrets => _host.Services.GetRequiredService<ITenantKeys>();

    /// <summary>The keys, as the silo knows them.</summary>
    public KeyDirectory Keys => _host.Services.GetRequiredService<KeyDirectory>();

    /// <summary>The tenants, as the silo knows them.</summary>
    public TenantDirectory Tenants => _host.Services.GetRequiredService<TenantDirectory>();

    /// <summary>What reports the calls that the silo counted.</summary>
    internal CallReports CallReports => _host.Services.GetRequiredService<CallReports>();

    /// <summary>What looks how much tenants with quotas have used.</summary>
    internal QuotaWatch QuotaWatch => _host.Services.GetRequiredService<QuotaWatch>();

    /// <summary>Who lives in the silo.</summary>
    public ActorRegistry Actors => _host.Services.GetRequiredService<ActorRegistry>();

    /// <summary>The supplies that orders of the silo see.</summary>
    internal NearSupplies Near => _host.Services.GetRequiredService<NearSupplies>();

    /// <summary>What has actors leave memory.</summary>
    internal IdleActors IdleActors => _host.Services.GetServices<IHostedService>().OfType<IdleActors>().Single();

    /// <summary>What verifies, when it is let.</summary>
    public HeldVerifier Verifier => _host.Services.GetRequiredService<HeldVerifier>();

    /// <summary>The files that wait to be imported.</summary>
    public IUploads Uploads => _host.Services.GetRequiredService<IUploads>();

    /// <summary>Has the lists show everything that happened until now.</summary>
    public async Task CaughtUpAsync() => await _host.Services.GetRequiredService<IProjection>().WaitForAsync(
        await Journal.TailPositionAsync());

    /// <summary>Every stream of a world's documents and stock, and how long it is.</summary>
    public async Task<IReadOnlyDictionary<StreamId, long>> RecordedAsync(World world)
    {
        var heads = new Dictionary<StreamId, long>();
        foreach (var kind in Kinds)
        {
            foreach (var stream in await Journal.ListStreamsAsync(world.Tenant, kind, "", "", 1_000))
            {
                heads[stream] = await Journal.HeadAsync(stream);
            }
        }
        heads.Should().NotBeEmpty();
        return heads;
    }

    /// <summary>Writes an actor's saved views as a second activation would.</summary>
    public async Task WriteAsIfElsewhereAsync(IViewsGrain actor)
    {
        var storage = _host.Services.GetRequiredKeyedService<IGrainStorage>("Default");
        var state = new GrainState<StoredViews>(new StoredViews());
        await storage.ReadStateAsync("views", actor.GetGrainId(), state);
        state.State = state.State! with
        {
            All = state.State!.All.Select(view => view with { Query = "written=elsewhere" }).ToItems(),
        };
        await storage.WriteStateAsync("views", actor.GetGrainId(), state);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSupplyChainSqliteJournal(options => options.DataDirectory = _directory);
        builder.Services.AddSupplyChainSqliteReadModels();
        builder.Services.AddSingleton<Verifier>();
        builder.Services.AddSingleton<IVerifier>(provider => provider.GetRequiredService<HeldVerifier>());
        builder.Services.AddSingleton<HeldVerifier>();
        builder.Services.AddSingleton(new LabelOptions { CompanyPrefix = "9521141" });
        builder.Services.AddSupplyChainActors();
        builder.Services.AddSupplyChainImports();
        builder.Services.AddSingleton(provider => new Newcomers(
            provider.GetRequiredService<Quotas>(), TimeProvider.System, caution: TimeSpan.Zero));
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: FreePort.Next(), gatewayPort: FreePort.Next())
            .AddAdoNetGrainStorageAsDefault(storage => storage.Configure<SqliteStates, Serializer>(Store))
            .CountCalls());
        _host = builder.Build();
        await _host.StartAsync();
    }

    private static void Store(AdoNetGrainStorageOptions table, SqliteStates states, Serializer serializer)
    {
        (table.Invariant, table.ConnectionString) = ("System.Data.SQLite", states.OrleansConnectionString);
        table.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
