using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Journal;

/// <summary>
/// Pins the shape of every state that is kept: in a snapshot, or on its way to another silo. A state of another shape
/// needs another <see cref="IAggregate{TSelf, TEvent}.StateSchema"/>, so that what was kept before is passed by instead
/// of being misread. <c>SUPPLYCHAIN_WRITE_GOLDEN=1</c> writes the files that are missing:
/// <c>StateShapes/{kind}.{schema}.txt</c>.
/// </summary>
public sealed class StateShapeTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "StateShapes");

    /// <summary>Types that took the place of others and are written as these were.</summary>
    private static readonly Dictionary<Type, Type> WrittenAs = new()
    {
        [typeof(DemandOwner)] = typeof(OrderId),
        [typeof(OrderLines)] = typeof(ImmutableSortedDictionary<int, OrderLine>),
        [typeof(ReservationSequence)] = typeof(string),
        [typeof(ImmutableDictionary<ReservationSequence, ClosedAttempt>)] =
            typeof(ImmutableDictionary<string, ClosedAttempt>),
        [typeof(ImmutableDictionary<ReservationKey, Reservation>)] = typeof(ImmutableDictionary<string, Reservation>),
        [typeof(ImmutableDictionary<ReservationKey, ReservationLoss>)] =
            typeof(ImmutableDictionary<string, ReservationLoss>),
    };

    public static TheoryData<Type> States =>
    [
        .. typeof(IAggregate<,>).Assembly.GetTypes().Where(type => AggregateOf(type) is not null),
    ];

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_of_another_shape_has_another_schema(Type state)
    {
        var (kind, schema, shape) = (Of<string>(state, "Kind"), Of<int>(state, "StateSchema"), ShapeOf(state));
        var path = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{kind}.{schema}.txt"));
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("SUPPLYCHAIN_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(path, shape);
        }

        File.Exists(path).Should().BeTrue("{0} needs a file: run once with SUPPLYCHAIN_WRITE_GOLDEN=1", path);
        shape.Should().Be(
            File.ReadAllText(path), "a {0} of another shape needs a higher StateSchema than {1}", state.Name, schema);
    }

    [Fact]
    public void There_is_no_shape_of_a_state_that_is_gone()
    {
        var kinds = States.Select(row => Of<string>(row.Data, "Kind")).ToHashSet();

        Directory.GetFiles(Folder).Select(path => Path.GetFileName(path).Split('.')[0]).Should().BeSubsetOf(kinds);
    }

    private static Type? AggregateOf(Type type) => type.IsAbstract ? null : Array.Find(
        type.GetInterfaces(),
        candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IAggregate<,>));

    private static T Of<T>(Type state, string member) => (T)state.GetProperty(member)!.GetValue(null)!;

    /// <summary>Each member of each type that is reached, by the names they are written under.</summary>
    private static string ShapeOf(Type state)
    {
        EventCodec.Json.MakeReadOnly(populateMissingResolver: true); // else only once something was written with it
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var rest = new Queue<Type>([state]);
        while (rest.TryDequeue(out var type))
        {
            if (seen.ContainsKey(Name(type)))
            {
                continue;
            }
            var info = EventCodec.Json.GetTypeInfo(type);
            seen[Name(type)] = Members(info);
            foreach (var next in Reached(info))
            {
                var reached = Nullable.GetUnderlyingType(next) ?? next;
                rest.Enqueue(WrittenAs.GetValueOrDefault(reached, reached));
            }
        }
        return string.Concat(seen.Where(pair => pair.Value.Length > 0).Select(pair => $"{pair.Key}\n{pair.Value}"));
    }

    private static string Members(JsonTypeInfo info)
    {
        var text = new StringBuilder();
        foreach (var derived in info.PolymorphismOptions?.DerivedTypes ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"  {derived.TypeDiscriminator} = {Name(derived.DerivedType)}\n");
        }
        if (info.Kind == JsonTypeInfoKind.Object)
        {
            foreach (var member in info.Properties.Where(member => member.Get is not null && member.Set is not null
                || IsGivenToTheConstructor(info, member)).OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {member.Name}: {Name(member.PropertyType)}\n");
            }
        }
        return text.ToString();
    }

    private static bool IsGivenToTheConstructor(JsonTypeInfo info, JsonPropertyInfo member) =>
        info.Type.GetConstructors().SelectMany(one => one.GetParameters()).Any(parameter =>
            string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Type> Reached(JsonTypeInfo info) =>
    [
        .. info.Kind == JsonTypeInfoKind.Object
            ? info.Properties.Where(member => member.Get is not null || member.Set is not null)
                .Select(member => member.PropertyType)
            : [],
        .. info.PolymorphismOptions?.DerivedTypes.Select(derived => derived.DerivedType) ?? [],
        .. info.Type.IsGenericType ? info.Type.GetGenericArguments() : [],
        .. info.ElementType is { } element ? [element] : Array.Empty<Type>(),
    ];

    private static string Name(Type type) => WrittenAs.TryGetValue(type, out var former) ? Name(former)
        : type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.DeclaringType is { } outer ? $"{Name(outer)}.{type.Name}"
        : type.Name;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
