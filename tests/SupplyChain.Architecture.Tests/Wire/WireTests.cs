using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SupplyChain.Journal;

namespace SupplyChain.Architecture.Wire;

/// <summary>
/// Pins the bytes of everything that travels between nodes: <c>contracts.txt</c> has a line for each. A line, once
/// released, never changes, because nodes of two versions run side by side: a contract grows by a member with the next
/// number, which makes a new line beside the old one, marked <c>+</c> and the number of members.
/// <c>SUPPLYCHAIN_WRITE_GOLDEN=1</c> writes the lines that are missing.
/// </summary>
public sealed class WireTests : IDisposable
{
    private static readonly string Golden =
        Repository.File("tests/SupplyChain.Architecture.Tests/Wire/contracts.txt");

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSerializer(serializer => serializer.AddAssembly(Layer.Contracts.Assembly))
        .BuildServiceProvider();

    private Serializer Serializer => _services.GetRequiredService<Serializer>();

    public static IEnumerable<Type> Concrete => Contracts.All.Where(type =>
        !type.IsAbstract && !type.IsGenericTypeDefinition && !typeof(Exception).IsAssignableFrom(type));

    [Fact]
    public void Every_contract_is_written_as_it_always_was()
    {
        var golden = Read();
        var now = Concrete.ToDictionary(NameOf, type => Hex(Sample.Of(type)));
        if (Environment.GetEnvironmentVariable("SUPPLYCHAIN_WRITE_GOLDEN") == "1")
        {
            var missing = now.Where(contract => !golden.ContainsKey(contract.Key));
            Write(golden.Concat(missing));
            golden = Read();
        }

        foreach (var (name, hex) in now)
        {
            golden.Should().ContainKey(name, "run the tests once with SUPPLYCHAIN_WRITE_GOLDEN=1");
            hex.Should().Be(golden[name], "nodes of another version read {0}", name);
        }
    }

    [Fact]
    public void Whatever_was_ever_written_can_still_be_read()
    {
        var names = Concrete.Select(NameOf).ToHashSet();
        foreach (var (name, hex) in Read())
        {
            var read = Serializer.Deserialize<object>(Convert.FromHexString(hex));

            read.Should().NotBeNull("{0} was sent by a released version", name);
            if (names.Contains(name))
                Hex(read!).Should().Be(hex, "{0} loses nothing", name);
        }
    }

    [Fact]
    public void Failures_reach_the_caller_as_what_they_are()
    {
        foreach (var type in Contracts.All.Where(typeof(Exception).IsAssignableFrom))
        {
            var failure = (Exception)Sample.Of(type);

            var read = Serializer.Deserialize<Exception>(Serializer.SerializeToArray(failure));

            read.Should().BeOfType(type);
            read!.Message.Should().Be(failure.Message);
        }
    }

    public void Dispose() => _services.Dispose();

    /// <summary>A contract with another number of members is another line.</summary>
    private static string NameOf(Type type) =>
        type.IsEnum ? Contracts.AliasOf(type) : $"{Contracts.AliasOf(type)}+{Contracts.Members(type).Count()}";

    private string Hex(object value) => Convert.ToHexStringLower(Serializer.SerializeToArray(value));

    private static Dictionary<string, string> Read() => File.Exists(Golden)
        ? File.ReadAllLines(Golden).Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1])
        : [];

    private static void Write(IEnumerable<KeyValuePair<string, string>> contracts) => File.WriteAllLines(
        Golden,
        contracts.OrderBy(contract => contract.Key, StringComparer.Ordinal)
            .Select(contract => $"{contract.Key} {contract.Value}"));
}
