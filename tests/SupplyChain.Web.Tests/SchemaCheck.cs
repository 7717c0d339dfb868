using System.Text.Json;
using System.Text.RegularExpressions;

namespace SupplyChain;

/// <summary>Compares values with the schemas of an OpenAPI document, as far as the document uses JSON Schema.</summary>
internal sealed class SchemaCheck(JsonElement document)
{
    private static readonly HashSet<string> Known =
    [
        "$ref", "type", "enum", "const", "properties", "required", "items", "oneOf", "anyOf", "allOf", "pattern",
        "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "format", "description", "default",
        "title", "examples", "additionalProperties",
    ];

    /// <summary>A schema, behind its reference.</summary>
    public JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? reference.GetString()![2..].Split('/').Aggregate(document, (at, name) => at.GetProperty(name))
        : schema;

    /// <summary>Where a value is not as its schema says.</summary>
    public IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at = "")
    {
        schema = Resolve(schema);
        foreach (var word in schema.EnumerateObject().Where(word => !Known.Contains(word.Name)))
            yield return $"{at}: the check does not know '{word.Name}'";
        if (schema.TryGetProperty("type", out var type) && !IsOf(type, value))
        {
            yield return $"{at}: {value.ValueKind} is not {type}";
            yield break;
        }
        foreach (var several in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(several, out var ways)
                && !ways.EnumerateArray().Any(way => !Faults(way, value, at).Any()))
            {
                yield return $"{at}: none of {several}";
            }
        }
        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var fault in all.EnumerateArray().SelectMany(one => Faults(one, value, at)))
                yield return fault;
        }
        if (schema.TryGetProperty("enum", out var values)
            && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            yield return $"{at}: {value} is none of {values}";
        }
        var deeper = value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(schema, value, at),
            JsonValueKind.Array => OfList(schema, value, at),
            JsonValueKind.String => OfText(schema, value.GetString()!, at),
            JsonValueKind.Number => OfNumber(schema, value.GetDouble(), at),
            _ => [],
        };
        foreach (var fault in deeper)
            yield return fault;
    }

    private IEnumerable<string> OfObject(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(one => one.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                    yield return $"{at}/{name} is required";
            }
        }
        if (!schema.TryGetProperty("properties", out var members))
            yield break;
        foreach (var member in value.EnumerateObject())
        {
            if (!members.TryGetProperty(member.Name, out var known))
            {
                yield return $"{at}/{member.Name} is not described";
                continue;
            }
            foreach (var fault in Faults(known, member.Value, $"{at}/{member.Name}"))
                yield return fault;
        }
    }

    private IEnumerable<string> OfList(JsonElement schema, JsonElement value, string at)
    {
        if (Number(schema, "minItems") > value.GetArrayLength() || Number(schema, "maxItems") < value.GetArrayLength())
            yield return $"{at} has {value.GetArrayLength()} elements";
        if (!schema.TryGetProperty("items", out var items))
            yield break;
        foreach (var (index, element) in value.EnumerateArray().Index())
        {
            foreach (var fault in Faults(items, element, $"{at}/{index}"))
                yield return fault;
        }
    }

    private static IEnumerable<string> OfText(JsonElement schema, string text, string at)
    {
        if (Number(schema, "minLength") > text.Length || Number(schema, "maxLength") < text.Length)
            yield return $"{at} has {text.Length} characters";
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
            yield return $"{at}: '{text}' does not look like {pattern}";
        if (schema.TryGetProperty("format", out var format) && format.GetString() is "date-time" or "date"
            && !DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            yield return $"{at}: '{text}' is no {format}";
        }
    }

    private static IEnumerable<string> OfNumber(JsonElement schema, double number, string at)
    {
        if (Number(schema, "minimum") > number || Number(schema, "maximum") < number)
            yield return $"{at}: {number} is out of range";
    }

    private static double? Number(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var limit) ? limit.GetDouble() : null;

    private static bool IsOf(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsOf(one, value))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            _ => false,
        };
}
