using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyChain.Inventory;

/// <summary>
/// Writes what is kept by reservation as one object, whose members have the texts of the reservations as their names.
/// </summary>
internal sealed class ByReservation<T> : JsonConverter<ImmutableDictionary<ReservationKey, T>>
    where T : class, IOfReservation
{
    /// <inheritdoc/>
    public override ImmutableDictionary<ReservationKey, T> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("What is kept by reservation is an object.");
        }
        var all = ImmutableDictionary.CreateBuilder<ReservationKey, T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            reader.Read(); // The name; the value says itself which reservation it belongs to.
            var kept = JsonSerializer.Deserialize<T>(ref reader, options)
                ?? throw new JsonException("What is kept by reservation is never null.");
            all.Add(kept.Key, kept);
        }
        return all.ToImmutable();
    }

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter writer, ImmutableDictionary<ReservationKey, T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, kept) in value)
        {
            writer.WritePropertyName(key.ToString());
            JsonSerializer.Serialize(writer, kept, options);
        }
        writer.WriteEndObject();
    }
}
