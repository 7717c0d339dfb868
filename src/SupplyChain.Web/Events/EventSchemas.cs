using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SupplyChain.Inventory;

namespace SupplyChain.Events;

/// <summary>
/// What the <c>data</c> of each type of event looks like: JSON Schema 2020-12, made from the published records and
/// their documentation.
/// </summary>
internal static partial class EventSchemas
{
    /// <summary>Where the schemas are.</summary>
    public const string Path = "/api/v1/schemas/events";

    /// <summary>The media type of a schema.</summary>
    public const string MediaType = "application/schema+json";

    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private const string PartPrefix = "Event";

    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly RecordTexts Texts = RecordTexts.OfContracts();

    private static readonly Dictionary<Type, (string Type, string? Format)> Plain = new()
    {
        [typeof(string)] = ("string", null),
        [typeof(bool)] = ("boolean", null),
        [typeof(int)] = ("integer", null),
        [typeof(long)] = ("integer", null),
        [typeof(double)] = ("number", null),
        [typeof(decimal)] = ("number", null),
        [typeof(DateOnly)] = ("string", "date"),
        [typeof(DateTimeOffset)] = ("string", "date-time"),
        [typeof(DemandOwner)] = ("string", null),
    };

    private static readonly ImmutableSortedDictionary<string, string> All = EventData.Types
        .ToImmutableSortedDictionary(
            one => one.Key, one => Write(one.Key, one.Value), StringComparer.Ordinal);

    /// <summary>Every type of event, in the order of their names.</summary>
    public static IEnumerable<string> Types => All.Keys;

    /// <summary>The schema of a type as JSON; null when there is no such type.</summary>
    public static string? Find(string type) => All.GetValueOrDefault(type);

    /// <summary>What an event of a type tells.</summary>
    public static string Describe(string type) => Texts.Of(EventData.Types[type]);

    private static string Write(string type, Type record)
    {
        var parts = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var schema = new JsonObject
        {
            ["$schema"] = Dialect,
            ["$id"] = $"{Path}/{type}",
            ["title"] = type,
        };
        foreach (var (name, value) in OfRecord(record, parts).ToArray())
            schema[name] = value?.DeepClone();
        if (parts.Count > 0)
            schema["$defs"] = new JsonObject(parts);
        return schema.ToJsonString(WireJson.Options);
    }

    private static JsonObject OfRecord(Type record, SortedDictionary<string, JsonNode?> parts)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var property in record.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var schema = Of(property.PropertyType, parts);
            if (Texts.Of(record, property.Name) is { Length: > 0 } text)
                schema["description"] = Null().Replace(text, "absent");
            properties[name] = schema;
            if (Nullability.Create(property).ReadState != NullabilityState.Nullable)
                required.Add(name);
        }
        var shape = new JsonObject { ["description"] = Texts.Of(record), ["type"] = "object" };
        if (properties.Count > 0)
            shape["properties"] = properties;
        if (required.Count > 0)
            shape["required"] = required;
        return shape;
    }

    private static JsonObject Of(Type type, SortedDictionary<string, JsonNode?> parts)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.TryGetValue(type, out var plain))
        {
            var schema = new JsonObject { ["type"] = plain.Type };
            if (plain.Format is not null)
                schema["format"] = plain.Format;
            return schema;
        }
        if (type.IsEnum)
            return new() { ["type"] = "string", ["enum"] = Names(type) };
        if (IsIdentifier(type))
            return Identifier();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Items<>))
            return new() { ["type"] = "array", ["items"] = Of(type.GenericTypeArguments[0], parts) };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>))
        {
            return new()
            {
                ["type"] = "object",
                ["propertyNames"] = new JsonObject { ["enum"] = Names(type.GenericTypeArguments[0]) },
                ["additionalProperties"] = Of(type.GenericTypeArguments[1], parts),
            };
        }
        var name = type.Name.StartsWith(PartPrefix, StringComparison.Ordinal)
            ? type.Name[PartPrefix.Length..]
            : type.Name;
        if (parts.TryAdd(name, null))
            parts[name] = OfRecord(type, parts);
        return new() { ["$ref"] = $"#/$defs/{name}" };
    }

    private static JsonObject Identifier()
    {
        var identifier = OpenApiSchemas.Identifier();
        return new()
        {
            ["type"] = "string",
            ["pattern"] = identifier.Pattern,
            ["minLength"] = identifier.MinLength,
            ["maxLength"] = identifier.MaxLength,
        };
    }

    private static JsonArray Names(Type values) =>
    [
        .. values.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(member => JsonValue.Create(LenientEnumConverterFactory.NameOf(member))),
    ];

    /// <summary>What is null in a record is left out of the JSON.</summary>
    [GeneratedRegex(@"\bnull\b")]
    private static partial Regex Null();

    private static bool IsIdentifier(Type type) => type.GetInterfaces().Any(
        one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IIdentifier<>));
}
