using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>
/// Writes an event as an older release would, for as long as the database's feature level does not allow it as it is:
/// one schema older, or as the type that it has replaced. The counterpart of <see cref="Upcasters"/>. Without a step
/// the event cannot be written before the level was raised.
/// </summary>
internal static class Downcasters
{
    /// <summary>(type, newest schema) → the same event one schema older. No release changed one yet.</summary>
    private static readonly Dictionary<(string Type, int From), Func<JsonObject, JsonObject>> Steps = [];

    /// <summary>Whether a type has replaced others.</summary>
    public static bool HasReplaced(Type @event) => @event == typeof(StockEvent.Moved);

    /// <summary>The former type of an event; null when it has none.</summary>
    public static string? FormerType(object @event) =>
        @event is StockEvent.Moved moved ? FormerMovement.TypeOf(moved) : null;

    /// <summary>Whether a schema says what the one before it said, and only writes it in another way.</summary>
    public static bool IsRewritten(string type, int schema) => (type, schema) is ("order.allocation-proposed", 2);

    /// <summary>
    /// The event as every release writes it: in its former type, in the only schema that type had, or as it was written
    /// before it got a form of its own; null when it has neither.
    /// </summary>
    public static (string Type, int Schema, byte[] Data)? Former(object @event) => @event switch
    {
        StockEvent.Moved moved when FormerMovement.Of(moved) is var (type, former) => (type, 1, Bytes(former)),
        OrderEvent.AllocationProposed proposed => ("order.allocation-proposed", 1, Bytes(proposed)),
        _ => null,
    };

    /// <summary>The stored JSON one schema older; null when it cannot be told that way.</summary>
    public static byte[]? Lower(string type, int from, ReadOnlySpan<byte> data) => Lower(Steps, type, from, data);

    internal static byte[]? Lower(
        IReadOnlyDictionary<(string Type, int From), Func<JsonObject, JsonObject>> steps,
        string type, int from, ReadOnlySpan<byte> data) =>
        steps.TryGetValue((type, from), out var step)
            ? Bytes(step(JsonSerializer.Deserialize<JsonObject>(data)!))
            : null;

    private static byte[] Bytes<T>(T form) => JsonSerializer.SerializeToUtf8Bytes(form, EventCodec.Json);
}
