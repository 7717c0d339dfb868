using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyChain.Events;

/// <summary>
/// The <c>data</c> of published events: what is stored is read through the published record and written again, so that
/// a stored member leaves only when the record names it.
/// </summary>
internal static class EventData
{
    /// <summary>The record of each published type.</summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } = (
        from type in typeof(EventData).Assembly.GetTypes()
        from named in type.GetCustomAttributes<CloudEventTypeAttribute>(inherit: false)
        select (named.Type, Record: type)).ToDictionary(one => one.Type, one => one.Record, StringComparer.Ordinal);

    /// <summary>How data is written: as events are stored, and what has no value is left out.</summary>
    public static JsonSerializerOptions Json { get; } = Make(new JsonStringEnumConverter(allowIntegerValues: false));

    private static readonly JsonSerializerOptions Reading = Make(new LenientEnumConverterFactory());

    /// <summary>What of a stored event is published; null when there is no such published type.</summary>
    /// <exception cref="JsonException">The stored event cannot be of that type.</exception>
    public static string? Publish(string type, ReadOnlySpan<byte> stored) =>
        Types.TryGetValue(type, out var record)
            ? Encoding.UTF8.GetString(
                JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(stored, record, Json), record, Json))
            : null;

    /// <summary>The record that published data holds; null when this version does not know the type.</summary>
    /// <exception cref="JsonException">The data is not of that type.</exception>
    public static object? Read(string type, string data) =>
        Types.TryGetValue(type, out var record) ? JsonSerializer.Deserialize(data, record, Reading) : null;

    private static JsonSerializerOptions Make(JsonConverter enums)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { enums },
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
