using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Architecture;

/// <summary>Every aggregate registers itself once, in its own folder, and is found by its kind.</summary>
public sealed class AggregateTests
{
    /// <summary>The folders of projects that know aggregates by their states.</summary>
    private static readonly string[] Knowing =
    [
        .. ((string[])["Domain", "Journal", "ReadModels", "Grains", "Bench", "Host"]).Select(
            project => $"{Path.Combine("src", $"SupplyChain.{project}")}{Path.DirectorySeparatorChar}"),
    ];

    private static readonly Type[] States = [.. Layer.Domain.Types.Where(type => AggregateOf(type) is not null)];

    /// <summary>The streams of a product's supply have no actors of their own.</summary>
    private static readonly Type[] OfSupply = [typeof(StockItem), typeof(Backlog)];

    private static readonly string[] Kinds = [.. States.Select(KindOf)];

    /// <summary>Files in which such a word means something else, and what.</summary>
    private static readonly Dictionary<string, string> OtherMeaning = new()
    {
        [Path.Combine("src", "SupplyChain.Grains", "Imports", "ImportProfiles.cs")] = "a folder inside the program",
        [Path.Combine("src", "SupplyChain.Grains", "Imports", "OrderOutcome.cs")] = "a member of an order's body",
    };

    [Fact]
    public void A_kind_names_one_aggregate()
    {
        Kinds.Should().NotBeEmpty();
        Kinds.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Every_aggregate_tells_a_silo_once_what_to_know_of_its_actors() => RegisteredOnce(
        new ServiceCollection().AddSupplyChainActors()
            .Where(service => service.ServiceType == typeof(IAggregateActor))
            .Select(service => service.ImplementationType!));

    [Fact]
    public void Every_aggregate_tells_the_read_side_once_what_to_read_of_it() =>
        RegisteredOnce(AggregateReadModels.All.Select(aggregate => aggregate.GetType()));

    [Fact]
    public void A_read_table_belongs_to_one_aggregate_at_most() =>
        AggregateReadModels.Tables.Select(table => table.Name).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Actors_of_an_aggregate_have_the_type_that_its_streams_have_as_kind()
    {
        var actors = Layer.Grains.Types.Where(type => StateOf(type) is not null && !type.IsAbstract).ToArray();

        actors.Select(StateOf).Concat(OfSupply).Should().BeEquivalentTo(States);
        foreach (var actor in actors)
        {
            actor.GetCustomAttribute<GrainTypeAttribute>()!.GetGrainType(null!, null!).ToString()
                .Should().Be(KindOf(StateOf(actor)!));
        }
    }

    /// <summary>An attribute can hold nothing but the word itself; the test above compares it.</summary>
    [Fact]
    public void A_kind_is_never_written_as_a_word()
    {
        var words = new Regex(string.Join('|', Kinds.Select(Regex.Escape).SelectMany(Uses)));

        Repository.Sources()
            .Where(source => Array.Exists(
                Knowing, folder => source.Path.StartsWith(folder, StringComparison.Ordinal)))
            .Where(source => Array.Exists(source.Lines, line => words.IsMatch(line)))
            .Select(source => source.Path)
            .Should().BeEquivalentTo(OtherMeaning.Keys, "a kind is asked of its state");
    }

    [Theory]
    [InlineData("            (\"order\", _) => grains.GetGrain<IOrderActor>(key).Resume(),")]
    [InlineData("    private static readonly GrainType Type = GrainType.Create(\"stock\");")]
    [InlineData("        if (stream.Kind == \"shipment\")")]
    [InlineData("        stream.Kind is \"order\" or \"warehouse\"")]
    [InlineData("        case \"import-profiles\":")]
    [InlineData("        new StreamId(tenant, \"receipt\", id)")]
    [InlineData("        entity.StartsWith(\"shipment/\", StringComparison.Ordinal)")]
    [InlineData("        'order/' || number AS entity")]
    public void Such_a_use_of_the_word_is_found(string line) =>
        Kinds.SelectMany(Uses).Should().Contain(use => Regex.IsMatch(line, use));

    /// <summary>How code would use the word as a kind: compared, in a pattern, in the name of a stream.</summary>
    private static string[] Uses(string kind) =>
    [
        $"(==|!=|\\bis|\\bor|\\bnot|\\bcase) \"{kind}\"", $"\\(\"{kind}\", _\\)", $"\"{kind}\" =>",
        $"GrainType\\.Create\\(\"{kind}\"", $"StreamId\\(\\w+, \"{kind}\"", $"[\"'/]{kind}/(\"|'|{{)",
    ];

    private static void RegisteredOnce(IEnumerable<Type> registrations)
    {
        var all = registrations.ToArray();

        all.Select(type => KindOf(type)).Should().BeEquivalentTo(Kinds);
        foreach (var state in States)
        {
            all.Single(type => KindOf(type) == KindOf(state)).Namespace.Should().Be(state.Namespace);
        }
    }

    /// <summary>What a state or a registration says of itself; making one needs nothing of it.</summary>
    private static string KindOf(Type type) => (string)type.GetProperty(nameof(IAggregateActor.Kind))!.GetValue(
        AggregateOf(type) is null ? RuntimeHelpers.GetUninitializedObject(type) : null)!;

    private static Type? StateOf(Type actor) => actor.BaseType switch
    {
        { IsGenericType: true } parent when parent.GetGenericTypeDefinition() == typeof(JournaledActor<,>) =>
            parent.GenericTypeArguments[0],
        _ => null,
    };

    private static Type? AggregateOf(Type state) => Array.Find(
        state.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAggregate<,>));
}
