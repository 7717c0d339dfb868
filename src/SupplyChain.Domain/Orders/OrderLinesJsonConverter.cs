using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyChain.Orders;

/// <summary>In snapshots, lines are an object whose members are named by their numbers.</summary>
internal sealed class OrderLinesJsonConverter : JsonConverter<OrderLines>
{
    /// <inheritdoc/>
    public override OrderLines Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        OrderLines.Of(JsonSerializer.Deserialize<Dictionary<int, OrderLine>>(ref reader, options)!.Values);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OrderLines value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var line in value.Values.AsSpan())
        {
            writer.WritePropertyName(line.Line.ToString(CultureInfo.InvariantCulture));
            JsonSerializer.Serialize(writer, line, options);
        }
        writer.WriteEndObject();
    }
}
