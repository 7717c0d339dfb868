using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupplyChain;

/// <summary>
/// Writes an event one schema older, for as long as the database's feature level does not allow the newest one: the
/// counterpart of <see cref="Upcasters"/>. Without a step the event cannot be written before the level was raised.
/// </summary>
internal static class Downcasters
{
    /// <summary>(type, newest schema) → the same event one schema older. No release changed one yet.</summary>
    private static readonly Dictionary<(string Type, int From), Func<JsonObject, JsonObject>> Steps = [];

    /// <summary>The stored JSON one schema older; null when it cannot be told that way.</summary>
    public static byte[]? Lower(string type, int from, ReadOnlySpan<byte> data) => Lower(Steps, type, from, data);

    internal static byte[]? Lower(
        IReadOnlyDictionary<(string Type, int From), Func<JsonObject, JsonObject>> steps,
        string type, int from, ReadOnlySpan<byte> data) =>
        steps.TryGetValue((type, from), out var step)
            ? JsonSerializer.SerializeToUtf8Bytes(step(JsonSerializer.Deserialize<JsonObject>(data)!), EventCodec.Json)
            : null;
}
