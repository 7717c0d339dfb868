using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplyChain;

/// <summary>
/// The requests and answers that the OpenAPI document shows as examples. What a node makes anew each time (ids,
/// positions) is put into later requests in the place of what the examples have.
/// </summary>
internal sealed class ExampleStory
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _file;
    private readonly JsonArray _told;
    private readonly Dictionary<string, string> _anew = [];

    private ExampleStory(string file) => (_file, _told) = (file, JsonNode.Parse(File.ReadAllText(file))!.AsArray());

    /// <summary>Whether the answers are to be written as they are now.</summary>
    public static bool IsRecorded => Environment.GetEnvironmentVariable("SUPPLYCHAIN_WRITE_GOLDEN") == "1";

    /// <summary>Each request with its answer, in their order.</summary>
    public IEnumerable<JsonObject> Told => _told.Select(one => one!.AsObject());

    /// <summary>Reads them.</summary>
    public static ExampleStory Read([CallerFilePath] string here = "") =>
        new(Path.Combine(Path.GetDirectoryName(here)!, "../../src/SupplyChain.Web/Examples.json"));

    /// <summary>A path with what the node made anew.</summary>
    public string PathOf(JsonObject one) => string.Join('/', Text(one, "path")!.Split('/').Select(Now));

    /// <summary>A body with what the node made anew.</summary>
    public string? Body(JsonObject one) => one["body"] is { } body ? With(body.DeepClone()).ToJsonString() : null;

    /// <summary>A member that is a text.</summary>
    public static string? Text(JsonObject one, string name) => (string?)one[name];

    /// <summary>Learns what the node made anew from how its answer differs.</summary>
    public void Learn(JsonNode? told, JsonNode? now)
    {
        switch (told, now)
        {
            case (JsonObject before, JsonObject after):
                foreach (var (name, value) in before)
                    Learn(value, after[name]);
                break;
            case (JsonArray { Count: > 0 } before, JsonArray { Count: > 0 } after):
                Learn(before[0], after[0]);
                break;
            case (JsonValue before, JsonValue after)
                when before.TryGetValue(out string? text) && after.TryGetValue(out string? other) && text != other:
                _anew.TryAdd(text, other);
                break;
        }
    }

    /// <summary>How the shape of an answer differs from the one that is told; null when it does not.</summary>
    public static string? Difference(JsonNode? told, JsonNode? now, string at = "") => (told, now) switch
    {
        (null, _) or (_, null) => null,
        (JsonObject before, JsonObject after) =>
            before.Select(one => one.Key).Except(after.Select(one => one.Key)).Select(name => $"{at}/{name} is gone")
                .Concat(after.Select(one => one.Key).Except(before.Select(one => one.Key))
                    .Select(name => $"{at}/{name} is new"))
                .Concat(before.Where(one => after.ContainsKey(one.Key))
                    .Select(one => Difference(one.Value, after[one.Key], $"{at}/{one.Key}")).OfType<string>())
                .FirstOrDefault(),
        (JsonArray { Count: > 0 } before, JsonArray { Count: > 0 } after) =>
            Difference(before[0], after[0], $"{at}/0"),
        (JsonArray, JsonArray) => null,
        _ => told.GetValueKind() == now.GetValueKind() || IsFlag(told) && IsFlag(now)
            ? null : $"{at} was {told.GetValueKind()} and is {now.GetValueKind()}",
    };

    /// <summary>Writes the answers, without what is secret or a machine's own.</summary>
    public void Write()
    {
        foreach (var one in Told)
        {
            one["path"] = PathOf(one);
            if (one["body"] is { } body)
                one["body"] = With(body.DeepClone());
        }
        var machine = Environment.MachineName.ToLowerInvariant();
        File.WriteAllText(_file, Hidden(_told).ToJsonString(Written)
            .Replace($"{machine}-", "node-", StringComparison.Ordinal) + "\n");
    }

    /// <summary>Without the text of a key and the secret of a webhook.</summary>
    private static JsonNode Hidden(JsonNode node)
    {
        switch (node)
        {
            case JsonObject one:
                foreach (var (name, value) in one.Where(member => member.Value is not null).ToArray())
                    one[name] = Hidden(value!.DeepClone());
                return one;
            case JsonArray many:
                for (var at = 0; at < many.Count; at++)
                    many[at] = many[at] is { } element ? Hidden(element.DeepClone()) : null;
                return many;
            case JsonValue text when text.TryGetValue(out string? said):
                return said.StartsWith("sc_", StringComparison.Ordinal) && said.Length > 20 ? "sc_0123456789ab…"
                    : said.StartsWith("whsec_", StringComparison.Ordinal) ? "whsec_…"
                    : said;
            default:
                return node;
        }
    }

    private static bool IsFlag(JsonNode node) => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private string Now(string text) => _anew.GetValueOrDefault(text, text);

    private JsonNode With(JsonNode body)
    {
        foreach (var (name, value) in body.AsObject().ToArray())
        {
            if (value is JsonValue text && text.TryGetValue(out string? said) && _anew.TryGetValue(said, out var now))
                body[name] = now;
        }
        return body;
    }
}
