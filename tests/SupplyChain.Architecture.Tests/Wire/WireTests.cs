using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Journal;

namespace SupplyChain.Architecture.Wire;

/// <summary>
/// Pins the bytes of everything that travels between nodes: <c>contracts.txt</c> has a line for each contract and the
/// number of its members. A line, once released, never changes or goes, because nodes of two versions run side by
/// side: a contract that grew has one more line, and so has each that carries it, with its name behind a slash.
/// <c>SUPPLYCHAIN_WRITE_GOLDEN=1</c> writes the lines that are missing.
/// </summary>
public sealed class WireTests : IDisposable
{
    private static readonly GoldenLines Bytes = new("contracts.txt");
    private static readonly GoldenLines Enums = new("enums.txt");

    /// <summary>Members of enums that had another name; their numbers and what they mean stay.</summary>
    private static readonly Dictionary<Enum, string> FirstNames = new() { [ReservationOrigin.Owner] = "Order" };

    /// <summary>Contracts that had fewer members once.</summary>
    private static readonly Lazy<Type[]> Grown = new(() =>
    {
        var known = Bytes.Read().Keys.Select(line => line.Split('/')[0]).ToHashSet();
        return [.. Records.Where(type => known.Any(line =>
            line.StartsWith($"{Contracts.AliasOf(type)}+", StringComparison.Ordinal) && line != Counted(type)))];
    });

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSerializer(serializer => serializer.AddAssembly(Layer.Contracts.Assembly))
        .BuildServiceProvider();

    private Serializer Serializer => _services.GetRequiredService<Serializer>();

    private static IEnumerable<Type> Records => Contracts.All.Where(type =>
        type is { IsAbstract: false, IsGenericTypeDefinition: false, IsEnum: false } && !IsFailure(type));

    [Fact]
    public void Every_contract_is_written_as_it_always_was()
    {
        var now = Records.ToDictionary(NameOf, type => Hex(Sample.Of(type)));

        var golden = Bytes.ReadWith(now);

        golden.Keys.Should().Contain(now.Keys, "run the tests once with SUPPLYCHAIN_WRITE_GOLDEN=1");
        foreach (var (name, hex) in now)
            hex.Should().Be(golden[name], "nodes of another version read {0}", name);
    }

    [Fact]
    public void Whatever_was_ever_written_can_still_be_read()
    {
        var names = Records.Select(NameOf).ToHashSet();
        foreach (var (name, hex) in Bytes.Read())
        {
            var read = Serializer.Deserialize<object>(Convert.FromHexString(hex));

            read.Should().NotBeNull("{0} was sent by a released version", name);
            if (names.Contains(name))
                Hex(read!).Should().Be(hex, "{0} loses nothing", name);
        }
    }

    [Fact]
    public void A_member_of_an_enum_keeps_its_number()
    {
        var now = (
            from type in Contracts.All
            where type.IsEnum
            from value in Enum.GetValuesAsUnderlyingType(type).Cast<object>()
            let member = (Enum)Enum.ToObject(type, value)
            select (Name: $"{Contracts.AliasOf(type)}.{value}",
                Is: FirstNames.GetValueOrDefault(member, $"{member}"))).ToArray();

        var golden = Enums.ReadWith(now.ToDictionary(member => member.Name, member => member.Is));

        now.Select(member => $"{member.Name} {member.Is}")
            .Should().BeEquivalentTo(golden.Select(line => $"{line.Key} {line.Value}"));
    }

    [Fact]
    public void Failures_reach_the_caller_as_what_they_are()
    {
        foreach (var type in Contracts.All.Where(IsFailure))
        {
            var constructor = type.GetConstructors()[0];
            var failure = (Exception)constructor.Invoke(
                [.. constructor.GetParameters().Select(given => given.Name == "message" ? "trouble" : null)]);

            var read = Serializer.Deserialize<Exception>(Serializer.SerializeToArray(failure));

            read.Should().BeOfType(type);
            read!.Message.Should().Be("trouble");
        }
    }

    /// <summary>Closes the serializer.</summary>
    public void Dispose() => _services.Dispose();

    private static bool IsFailure(Type type) => typeof(Exception).IsAssignableFrom(type);

    private static string NameOf(Type type) => string.Join('/', Contracts.Inside(type)
        .Intersect(Grown.Value).Select(Counted).Order(StringComparer.Ordinal).Prepend(Counted(type)));

    private static string Counted(Type type) => $"{Contracts.AliasOf(type)}+{Contracts.Members(type).Count()}";

    private string Hex(object value) => Convert.ToHexStringLower(Serializer.SerializeToArray(value));
}
