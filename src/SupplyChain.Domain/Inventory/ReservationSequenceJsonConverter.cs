using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyChain.Inventory;

/// <summary>Writes a sequence of attempts as its text, as a value and as the name of a member.</summary>
public sealed class ReservationSequenceJsonConverter : JsonConverter<ReservationSequence>
{
    /// <inheritdoc/>
    public override ReservationSequence Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc/>
    public override ReservationSequence ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReservationSequence value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(
        Utf8JsonWriter writer, ReservationSequence value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());

    private static ReservationSequence Parse(string? text) => ReservationSequence.Parse(
        text ?? throw new JsonException("The sequence of a reservation is a text."));
}
