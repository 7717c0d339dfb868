using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using SupplyChain.Operations;

namespace SupplyChain.Journal;

/// <summary>
/// Pins the bytes of every event ever written: <c>Golden/{type}.{schema}.json</c>. A file, once released, is never
/// changed. An event that got another optional member keeps its schema, and its new bytes stand in
/// <c>Golden/{type}.{schema}+{n}.json</c>, the n-th addition: they hold everything that the file before holds. Only an
/// event that means something else gets the next schema, a file of its own and an upcaster.
/// <c>SUPPLYCHAIN_WRITE_GOLDEN=1</c> writes the files that are missing.
/// </summary>
public sealed class GoldenFileTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Golden");

    /// <summary>Where the bytes of an event are: <c>{type}.{schema}</c>.</summary>
    internal static string PathOf(string name) => Path.Combine(Folder, $"{name}.json");

    public GoldenFileTests()
    {
        if (Environment.GetEnvironmentVariable("SUPPLYCHAIN_WRITE_GOLDEN") != "1")
        {
            return;
        }
        foreach (var (type, schema, @event) in EventCodec.Known)
        {
            var (now, files) = (EventCodec.Encode(Sample.Of(@event)).Data, FilesOf(type, schema));
            if (files.Length == 0)
            {
                File.WriteAllBytes(Path.Combine(Folder, $"{type}.{schema}.json"), now);
            }
            else if (!now.AsSpan().SequenceEqual(File.ReadAllBytes(files[^1])) && Holds(now, files[^1]))
            {
                File.WriteAllBytes(Path.Combine(Folder, $"{type}.{schema}+{files.Length}.json"), now);
            }
        }
    }

    [Fact]
    public void Every_event_is_written_as_its_newest_golden_file_says()
    {
        foreach (var (type, schema, @event) in EventCodec.Known)
        {
            var files = FilesOf(type, schema);
            files.Should().NotBeEmpty(
                "{0} schema {1} needs a golden file: run the tests once with SUPPLYCHAIN_WRITE_GOLDEN=1", type, schema);
            var encoded = EventCodec.Encode(Sample.Of(@event));
            (encoded.Type, encoded.Schema).Should().Be((type, schema));
            Encoding.UTF8.GetString(encoded.Data).Should().Be(
                File.ReadAllText(files[^1]),
                "{0} may get another optional member, with a golden file of its own (SUPPLYCHAIN_WRITE_GOLDEN=1); "
                + "whatever else changes needs a new schema and an upcaster", type);
        }
    }

    [Fact]
    public void What_was_added_stands_beside_what_was_there_before()
    {
        foreach (var (type, schema, _) in EventCodec.Known)
        {
            var files = FilesOf(type, schema);
            foreach (var (before, after) in files.Zip(files.Skip(1)))
            {
                Holds(File.ReadAllBytes(after), before).Should().BeTrue("{0} keeps every member it had", after);
            }
        }
    }

    [Fact]
    public void Every_golden_file_can_still_be_read()
    {
        foreach (var path in Directory.GetFiles(Folder, "*.json"))
        {
            var (type, schema) = Named(path);
            var bytes = File.ReadAllBytes(path);

            var @event = EventCodec.Decode(type, schema, bytes);

            // What was replaced or rewritten is still written below the level of what took its place.
            var newest = EventCodec.Encode(@event);
            var again = (newest.Type, newest.Schema) == (type, schema)
                ? newest
                : EventCodec.Encode(@event, FeatureLevel.First)!.Value;
            again.Type.Should().Be(type);
            if (again.Schema == schema)
            {
                Encoding.UTF8.GetString(again.Data).Should().Be(
                    Encoding.UTF8.GetString(bytes), "{0} loses nothing", type);
            }
        }
    }

    [Fact]
    public void Members_that_only_a_later_version_knows_are_passed_by()
    {
        foreach (var path in Directory.GetFiles(Folder, "*.json"))
        {
            var (type, schema) = Named(path);
            var later = JsonNode.Parse(File.ReadAllBytes(path))!;
            AddLater(later);

            var @event = EventCodec.Decode(type, schema, Encoding.UTF8.GetBytes(later.ToJsonString(EventCodec.Json)));

            EventCodec.Encode(@event).Data.Should().Equal(
                EventCodec.Encode(EventCodec.Decode(type, schema, File.ReadAllBytes(path))).Data, "{0}", path);
        }
    }

    /// <summary>Gives an event, and every object in its lists, one more member.</summary>
    private static void AddLater(JsonNode node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonObject>())
            {
                AddLater(item);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var (_, value) in members)
            {
                if (value is JsonArray list)
                {
                    AddLater(list);
                }
            }
            members["addedLater"] = new JsonObject { ["incoterm"] = "DAP" };
        }
    }

    private static bool Holds(byte[] now, string before) =>
        Holds(JsonNode.Parse(now)!, JsonNode.Parse(File.ReadAllBytes(before))!);

    private static bool Holds(JsonNode now, JsonNode before) => (now, before) switch
    {
        (JsonObject more, JsonObject less) => less.All(member =>
            more[member.Key] is { } same && member.Value is { } old && Holds(same, old)),
        (JsonArray more, JsonArray less) => more.Count == less.Count
            && less.Zip(more).All(pair => Holds(pair.Second!, pair.First!)),
        _ => JsonNode.DeepEquals(now, before),
    };

    /// <summary>The files of one schema: as it was first, then one for each addition.</summary>
    private static string[] FilesOf(string type, int schema) =>
    [
        .. Directory.GetFiles(Folder, $"{type}.{schema}*.json")
            .Where(path => Named(path) == (type, schema))
            .OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal),
    ];

    private static (string Type, int Schema) Named(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var dot = name.LastIndexOf('.');
        return (name[..dot], int.Parse(name[(dot + 1)..].Split('+')[0], CultureInfo.InvariantCulture));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
