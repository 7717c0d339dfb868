using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupplyChain.Events;

/// <summary>Each type of event has a schema that what is published of it fits.</summary>
public sealed class EventSchemaTests(Website site) : IClassFixture<Website>
{
    /// <summary>Every event that was ever stored, as it is published: type and data.</summary>
    private static readonly (string Type, JsonNode Data)[] Published =
    [
        .. new GoldenLines("../../SupplyChain.Journal.Tests/Events/published.txt").Read().Values
            .Select(line => line.Split(' ', 2))
            .Select(line => (line[0], JsonNode.Parse(line[1])!)),
    ];

    [Fact]
    public void A_schema_stays_as_it_was_promised()
    {
        var now = EventSchemas.Types.ToDictionary(type => type, type => EventSchemas.Find(type)!);

        new GoldenLines("schemas.txt").ReadWith(now).Should().Equal(now);
    }

    [Fact]
    public void What_was_ever_published_fits_its_schema()
    {
        Published.Select(one => one.Type).Distinct().Should().BeEquivalentTo(EventSchemas.Types);
        foreach (var (type, data) in Published)
        {
            var schema = JsonNode.Parse(EventSchemas.Find(type)!)!;
            Faults(data, schema, schema, type).Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData("""{"units":[]}""", "method is missing")]
    [InlineData("""{"units":7,"method":"exact"}""", "units is no array")]
    [InlineData("""{"units":[],"method":"guessed"}""", "method is none of its values")]
    [InlineData("""{"units":[{"line":1}],"method":"exact"}""", "sku is missing")]
    public void What_does_not_fit_is_told(string data, string fault)
    {
        var schema = JsonNode.Parse(EventSchemas.Find("supplychain.order.allocation-proposed.v1")!)!;

        Faults(JsonNode.Parse(data)!, schema, schema, "").Should().Contain(told => told.EndsWith(fault));
    }

    [Fact]
    public void Every_record_and_every_member_is_described()
    {
        foreach (var type in EventSchemas.Types)
        {
            var schema = JsonNode.Parse(EventSchemas.Find(type)!)!;
            EventSchemas.Describe(type).Should().EndWith(".", type);
            foreach (var record in (schema["$defs"]?.AsObject().Select(part => part.Value) ?? []).Append(schema))
            {
                $"{record!["description"]}".Should().NotBeEmpty(type);
                foreach (var (name, member) in record["properties"]?.AsObject() ?? [])
                {
                    if (record["description"]!.ToString().StartsWith("An amount", StringComparison.Ordinal))
                        continue; // Money says what both are together.
                    $"{member!["description"]}".Should().NotBeEmpty("{0}: {1}", type, name);
                }
            }
        }
    }

    [Fact]
    public async Task Schemas_are_listed_and_found()
    {
        var list = await site.SendAsync("GET", "/api/v1/schemas/events");
        var items = list.Body.GetProperty("items").EnumerateArray().ToArray();
        items.Should().HaveCount(EventSchemas.Types.Count());
        var first = items[0];

        using var answer = await site.Http.GetAsync(first.GetProperty("schema").GetString());

        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/schema+json");
        using var schema = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        schema.RootElement.GetProperty("$schema").GetString()
            .Should().Be("https://json-schema.org/draft/2020-12/schema");
        schema.RootElement.GetProperty("title").GetString().Should().Be(first.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_type_that_there_is_not_has_no_schema() =>
        (await site.SendAsync("GET", "/api/v1/schemas/events/supplychain.order.teleported.v1"))
            .ShouldBeProblem(404, "not-found");

    /// <summary>What of JSON Schema these schemas use.</summary>
    private static IEnumerable<string> Faults(JsonNode data, JsonNode schema, JsonNode root, string path)
    {
        if (schema["$ref"] is { } part)
            return Faults(data, root["$defs"]![$"{part}"["#/$defs/".Length..]]!, root, path);
        var kind = $"{schema["type"]}";
        var fits = (kind, data.GetValueKind()) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
                or ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => data.ToJsonString().All(char.IsAsciiDigit),
            _ => false,
        };
        if (!fits)
            return [$"{path} is no {kind}"];
        return kind switch
        {
            "array" => data.AsArray().SelectMany(item => Faults(item!, schema["items"]!, root, path)),
            "object" => OfObject(data.AsObject(), schema, root),
            "string" when schema["enum"] is JsonArray values && !values.Any(value => $"{value}" == $"{data}") =>
                [$"{path} is none of its values"],
            "string" when schema["pattern"] is { } pattern && !Regex.IsMatch($"{data}", $"{pattern}") =>
                [$"{path} does not fit its pattern"],
            "string" when schema["format"]?.ToString() == "date" && !DateOnly.TryParse($"{data}", out _) =>
                [$"{path} is no date"],
            _ => [],
        };
    }

    private static IEnumerable<string> OfObject(JsonObject data, JsonNode schema, JsonNode root)
    {
        var members = schema["properties"] as JsonObject ?? [];
        return (schema["required"] as JsonArray ?? [])
            .Where(name => data[$"{name}"] is null).Select(name => $"{name} is missing")
            .Concat(data.SelectMany(member =>
                (members[member.Key] ?? schema["additionalProperties"]) is { } described
                    ? Faults(member.Value!, described, root, member.Key)
                    : [$"{member.Key} is not described"]));
    }
}
