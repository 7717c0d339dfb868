using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace SupplyChain.Journal;

/// <summary>
/// Pins the bytes of every event ever written: <c>Golden/{type}.{schema}.json</c>. A file, once released, is never
/// changed: an event with another shape gets the next schema, a file of its own and an upcaster.
/// <c>SUPPLYCHAIN_WRITE_GOLDEN=1</c> writes the files that are missing.
/// </summary>
public sealed class GoldenFileTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Golden");

    public GoldenFileTests()
    {
        if (Environment.GetEnvironmentVariable("SUPPLYCHAIN_WRITE_GOLDEN") == "1")
        {
            var missing = EventCodec.Known.Where(known => !File.Exists(PathOf(known.Type, known.Schema)));
            foreach (var (type, schema, @event) in missing)
            {
                File.WriteAllBytes(PathOf(type, schema), EventCodec.Encode(Sample.Of(@event)).Data);
            }
        }
    }

    [Fact]
    public void Every_event_is_written_as_its_golden_file_says()
    {
        foreach (var (type, schema, @event) in EventCodec.Known)
        {
            File.Exists(PathOf(type, schema)).Should().BeTrue(
                "{0} schema {1} needs a golden file: run the tests once with SUPPLYCHAIN_WRITE_GOLDEN=1", type, schema);
            var encoded = EventCodec.Encode(Sample.Of(@event));
            (encoded.Type, encoded.Schema).Should().Be((type, schema));
            Encoding.UTF8.GetString(encoded.Data).Should().Be(
                File.ReadAllText(PathOf(type, schema)), "{0} may only change with a new schema and an upcaster", type);
        }
    }

    [Fact]
    public void Every_golden_file_can_still_be_read()
    {
        foreach (var path in Directory.GetFiles(Folder, "*.json"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var dot = name.LastIndexOf('.');
            var (type, schema) = (name[..dot], int.Parse(name[(dot + 1)..], CultureInfo.InvariantCulture));
            var bytes = File.ReadAllBytes(path);

            var @event = EventCodec.Decode(type, schema, bytes);

            var again = EventCodec.Encode(@event);
            again.Type.Should().Be(type);
            if (again.Schema == schema)
            {
                Encoding.UTF8.GetString(again.Data).Should().Be(
                    Encoding.UTF8.GetString(bytes), "{0} loses nothing", type);
            }
        }
    }

    [Fact]
    public void Members_that_were_added_later_stand_beside_what_was_there_before()
    {
        foreach (var (type, schema, @event) in EventCodec.Known)
        {
            var now = EventCodec.Encode(Sample.WithLaterMembers(@event)).Data;
            var before = JsonNode.Parse(File.ReadAllBytes(PathOf(type, schema)))!;
            Contains(JsonNode.Parse(now)!, before).Should().BeTrue("{0} keeps every member it had", type);
            var again = EventCodec.Encode(EventCodec.Decode(type, schema, now)).Data;
            Encoding.UTF8.GetString(again).Should().Be(Encoding.UTF8.GetString(now), "{0} loses nothing", type);
        }
    }

    private static bool Contains(JsonNode now, JsonNode before) => (now, before) switch
    {
        (JsonObject more, JsonObject less) => less.All(member =>
            more[member.Key] is { } same && member.Value is { } old && Contains(same, old)),
        (JsonArray more, JsonArray less) => more.Count == less.Count
            && less.Zip(more).All(pair => Contains(pair.Second!, pair.First!)),
        _ => JsonNode.DeepEquals(now, before),
    };

    private static string PathOf(string type, int schema) => Path.Combine(Folder, $"{type}.{schema}.json");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
