using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplyChain.Journal;

/// <summary>
/// Turns events into their stored form and back. The stable names come from <see cref="EventTypeAttribute"/>; stored
/// bytes never change, older schemas are lifted by <see cref="Upcasters"/> while reading.
/// </summary>
public static class EventCodec
{
    /// <summary>How events and snapshots are written as JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.Strict,
    };

    private static readonly Dictionary<string, (Type Type, int Schema)> ByName = typeof(EventTypeAttribute).Assembly
        .GetTypes()
        .Select(type => (Type: type, Stored: type.GetCustomAttribute<EventTypeAttribute>(inherit: false)))
        .Where(pair => pair.Stored is not null)
        .ToDictionary(pair => pair.Stored!.Type, pair => (pair.Type, pair.Stored!.Schema));

    private static readonly Dictionary<Type, (string Type, int Schema)> ByType =
        ByName.ToDictionary(pair => pair.Value.Type, pair => (pair.Key, pair.Value.Schema));

    /// <summary>Every event this version can write: name, schema and type.</summary>
    public static IEnumerable<(string Type, int Schema, Type Event)> Known =>
        ByName.Select(pair => (pair.Key, pair.Value.Schema, pair.Value.Type));

    /// <summary>The stored form of an event.</summary>
    public static (string Type, int Schema, byte[] Data) Encode(object @event)
    {
        var (type, schema) = ByType[@event.GetType()];
        return (type, schema, JsonSerializer.SerializeToUtf8Bytes(@event, @event.GetType(), Json));
    }

    /// <summary>The event a row holds, in its newest shape.</summary>
    /// <exception cref="UnknownEventException">This version does not know the type, or not that schema of
    /// it.</exception>
    public static object Decode(string type, int schema, ReadOnlySpan<byte> data)
    {
        if (!ByName.TryGetValue(type, out var known) || schema > known.Schema)
        {
            throw new UnknownEventException($"Event {type} schema {schema} was written by a newer version.");
        }
        return schema == known.Schema
            ? JsonSerializer.Deserialize(data, known.Type, Json)!
            : Upcasters.Lift(type, schema, known.Schema, data).Deserialize(known.Type, Json)!;
    }

    /// <inheritdoc cref="Decode(string, int, ReadOnlySpan{byte})"/>
    public static TEvent Decode<TEvent>(JournaledEvent row) => (TEvent)Decode(row.Type, row.Schema, row.Data);
}
