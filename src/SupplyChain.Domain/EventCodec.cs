using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>
/// Turns events into their stored form and back. The stable names come from <see cref="EventTypeAttribute"/>; stored
/// bytes never change, older schemas and types that were replaced are lifted by <see cref="Upcasters"/> while reading.
/// </summary>
public static class EventCodec
{
    /// <summary>How snapshots are written as JSON, and events, but for those that have a form of their own.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>How events are written in their newest schema.</summary>
    private static readonly JsonSerializerOptions Newest = new(Json) { Converters = { new CompactProposal() } };

    private static readonly Dictionary<string, (Type Type, int Schema)> ByName = [];
    private static readonly Dictionary<Type, EventTypeAttribute> ByType = [];

    static EventCodec()
    {
        foreach (var type in typeof(EventTypeAttribute).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<EventTypeAttribute>(inherit: false) is { } stored)
            {
                ByName.Add(stored.Type, (type, stored.Schema));
                ByType.Add(type, stored);
            }
        }
        Level = ByType.Values.Max(stored => stored.Since);
    }

    /// <summary>Every event this version can write: name, schema and type.</summary>
    public static IEnumerable<(string Type, int Schema, Type Event)> Known =>
        ByName.Select(pair => (pair.Key, pair.Value.Schema, pair.Value.Type));

    /// <summary>The lowest feature level that allows the newest form of every event.</summary>
    public static int Level { get; }

    /// <summary>The types that another type has replaced: still read, and published under their names.</summary>
    public static IEnumerable<string> Replaced => Upcasters.Replaced.Keys;

    /// <summary>
    /// The stored form of an event, in the newest schema or type that a feature level allows; null when it allows none.
    /// </summary>
    public static (string Type, int Schema, byte[] Data)? Encode(object @event, int level)
    {
        var stored = ByType[@event.GetType()];
        if (stored.Since > level && Downcasters.Former(@event) is { } former)
        {
            return level >= FeatureLevel.First ? former : null;
        }
        var data = JsonSerializer.SerializeToUtf8Bytes(@event, @event.GetType(), Newest);
        return stored.Since <= level ? (stored.Type, stored.Schema, data)
            : Downcasters.Lower(stored.Type, stored.Schema, data) is { } older ? (stored.Type, stored.Schema - 1, older)
            : null;
    }

    /// <summary>The stored form of an event, in its newest schema.</summary>
    public static (string Type, int Schema, byte[] Data) Encode(object @event) =>
        Encode(@event, FeatureLevel.Newest)!.Value;

    /// <summary>Whether this version knows the type and that schema of it.</summary>
    public static bool Knows(string type, int schema) => ByName.TryGetValue(type, out var known)
        ? schema <= known.Schema
        : schema == 1 && Upcasters.Replaced.ContainsKey(type);

    /// <summary>The type under which an event is published; see <see cref="Published"/>.</summary>
    public static string PublishedType(object @event) =>
        Downcasters.FormerType(@event) ?? ByType[@event.GetType()].Type;

    /// <summary>Whether events of a stored type may be published under the name of a type that it replaced.</summary>
    public static bool HasFormerNames(string type) =>
        ByName.TryGetValue(type, out var known) && Downcasters.HasReplaced(known.Type);

    /// <summary>
    /// The schema under which a row is published. A schema that only writes the same in another way is not published:
    /// readers get the one before it.
    /// </summary>
    public static int PublishedSchema(string type, int schema) =>
        schema > 1 && Downcasters.IsRewritten(type, schema) ? schema - 1 : schema;

    /// <summary>
    /// A row as it is published: an event whose type has replaced others keeps their names and members, and one that
    /// is only written in another way keeps its schema, so that readers of the feed notice nothing.
    /// </summary>
    public static (string Type, int Schema, byte[] Data) Published(string type, int schema, byte[] data) =>
        (HasFormerNames(type) || PublishedSchema(type, schema) != schema)
        && Downcasters.Former(Decode(type, schema, data)) is { } former
            ? former
            : (type, schema, data);

    /// <summary>The event a row holds, in its newest shape.</summary>
    /// <exception cref="UnknownEventException">This version does not know the type, or not that schema of
    /// it.</exception>
    public static object Decode(string type, int schema, ReadOnlySpan<byte> data)
    {
        if (!Knows(type, schema))
        {
            throw UnknownEventException.Newer(type, schema);
        }
        if (Upcasters.Replaced.TryGetValue(type, out var read))
        {
            return read(type, data);
        }
        var known = ByName[type];
        return schema == known.Schema ? JsonSerializer.Deserialize(data, known.Type, Newest)!
            : Downcasters.IsRewritten(type, schema + 1) ? JsonSerializer.Deserialize(data, known.Type, Json)!
            : Upcasters.Lift(type, schema, known.Schema, data).Deserialize(known.Type, Newest)!;
    }

    /// <inheritdoc cref="Decode(string, int, ReadOnlySpan{byte})"/>
    public static TEvent Decode<TEvent>(string type, int schema, ReadOnlySpan<byte> data) =>
        (TEvent)Decode(type, schema, data);
}
