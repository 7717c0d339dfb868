using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SupplyChain.Bench;
using SupplyChain.Demo;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Verbs;

namespace SupplyChain.Architecture;

/// <summary>One project of <c>src</c>, as it was compiled.</summary>
/// <param name="Name">The project's name without the product's.</param>
/// <param name="Assembly">What it became.</param>
/// <param name="MayUse">The projects it may reference.</param>
internal sealed record Layer(string Name, Assembly Assembly, string[] MayUse)
{
    public static readonly Layer Contracts = new("Contracts", typeof(Sku).Assembly, []);
    public static readonly Layer ActorContracts =
        new("ActorContracts", typeof(IStockActor).Assembly, ["Contracts"]);
    public static readonly Layer Domain = new("Domain", typeof(StockItem).Assembly, ["ActorContracts"]);
    public static readonly Layer Journal = new("Journal", typeof(IJournal).Assembly, ["Contracts"]);

    public static readonly Layer ReadModels =
        new("ReadModels", typeof(IReadModels).Assembly, ["Domain", "Journal"]);

    public static readonly Layer Grains =
        new("Grains", typeof(StockGrain).Assembly, ["Domain", "Journal", "ReadModels"]);

    public static readonly Layer Client = new("Client", typeof(SupplyChainClient).Assembly, ["Contracts"]);

    /// <summary>Finds gateways in a database.</summary>
    public static readonly Layer ClientPostgres =
        new("Client.Postgres", typeof(PostgresGateways).Assembly, ["Client"]);

    /// <summary>A node in the process of a test, behind the client.</summary>
    public static readonly Layer ClientTesting =
        new("Client.Testing", typeof(SupplyChainTestChain).Assembly, ["Client", "Grains"]);

    public static readonly Layer Web = new("Web", typeof(SupplyChainEndpoints).Assembly, ["Client"]);

    /// <summary>A user of the SDK; it measures distances as the rules do.</summary>
    public static readonly Layer Demo = new("Demo", typeof(DemoWorldServices).Assembly, ["Client", "Domain"]);

    /// <summary>What the verbs of the program share.</summary>
    public static readonly Layer Verbs = new("Verbs", typeof(Terminal).Assembly, ["Client"]);

    /// <summary>A user of the SDK; the journal and actors' states it measures by themselves too.</summary>
    public static readonly Layer Bench =
        new("Bench", typeof(BenchVerb).Assembly, ["Client.Postgres", "Domain", "Journal", "Verbs"]);

    /// <summary>Every project but the one that composes them.</summary>
    public static readonly Layer[] All =
    [
        Contracts, ActorContracts, Domain, Journal, ReadModels, Grains, Client, ClientPostgres, ClientTesting, Web,
        Demo, Verbs, Bench,
    ];

    /// <summary>The projects with the business folders.</summary>
    public static readonly Layer[] OfBusiness = [Contracts, ActorContracts, Domain, ReadModels, Grains, Client, Web];

    /// <summary>The types somebody wrote.</summary>
    public IEnumerable<Type> Types => Assembly.GetTypes().Where(type =>
        !type.FullName!.Contains('<', StringComparison.Ordinal)
        && !type.FullName.StartsWith("OrleansCodeGen", StringComparison.Ordinal)
        && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
        && type.Namespace?.StartsWith("SupplyChain", StringComparison.Ordinal) == true);

    /// <summary>The full names of the types of other assemblies that its code mentions anywhere.</summary>
    public IReadOnlyList<string> Mentions()
    {
        using var file = new PEReader(File.OpenRead(Assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences
                .Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];
    }

    public override string ToString() => Name;
}
