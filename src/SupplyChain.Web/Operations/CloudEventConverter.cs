using System.Text.Json;
using System.Text.Json.Serialization;
using SupplyChain.Events;

namespace SupplyChain.Operations;

/// <summary>Writes an event as everything that delivers events does.</summary>
internal sealed class CloudEventConverter : JsonConverter<CloudEvent>
{
    public override CloudEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are answered and never sent.");

    public override void Write(Utf8JsonWriter writer, CloudEvent value, JsonSerializerOptions options) =>
        CloudEventJson.Write(writer, value.Published);
}
