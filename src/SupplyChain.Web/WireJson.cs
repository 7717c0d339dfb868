using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SupplyChain.Operations;

namespace SupplyChain;

/// <summary>
/// How answers are written: camelCase, enums as texts. What else is special about a member stands at the member.
/// </summary>
internal static class WireJson
{
    /// <summary>The options answers are written with.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Makes options write as answers are written.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        // Not above: the OpenAPI document shows an event by its members.
        options.Converters.Add(new CloudEventConverter());
        options.MakeReadOnly();
        return options;
    }
}
