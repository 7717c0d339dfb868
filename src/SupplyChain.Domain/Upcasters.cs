using System.Text.Json.Nodes;
using System.Text.Json;
using SupplyChain.Inventory;

namespace SupplyChain;

/// <summary>
/// Lifts an event written in an older schema, step by step, to the newest one, and an event of a type that was replaced
/// to the type that took its place. Pure functions of the stored JSON.
/// </summary>
public static class Upcasters
{
    /// <summary>(type, from schema) → the same event one schema later.</summary>
    private static readonly Dictionary<(string Type, int From), Func<JsonObject, JsonObject>> Steps = new()
    {
        [("order.cancelled", 1)] = old => old, // on whose behalf it was is not known
        [("order.delivered", 1)] = old => old, // the shipment's date stands for each line's
    };

    /// <summary>Types that another type has replaced, and how a row of them is read. Each had one schema.</summary>
    internal static readonly IReadOnlyDictionary<string, ReadReplaced> Replaced =
        FormerMovement.Types.ToDictionary(type => type, _ => (ReadReplaced)FormerMovement.Read);

    /// <summary>Reads an event of a type that was replaced.</summary>
    internal delegate object ReadReplaced(string type, ReadOnlySpan<byte> data);

    /// <summary>The stored JSON of <paramref name="type"/> lifted from one schema to another.</summary>
    public static JsonObject Lift(string type, int from, int to, ReadOnlySpan<byte> data) =>
        Lift(Steps, type, from, to, data);

    internal static JsonObject Lift(
        IReadOnlyDictionary<(string Type, int From), Func<JsonObject, JsonObject>> steps,
        string type, int from, int to, ReadOnlySpan<byte> data)
    {
        var json = JsonSerializer.Deserialize<JsonObject>(data) ?? throw new JsonException($"{type} is not an object.");
        for (var schema = from; schema < to; schema++)
        {
            json = steps.TryGetValue((type, schema), out var step)
                ? step(json)
                : throw new UnknownEventException($"No upcaster lifts {type} from schema {schema}.");
        }
        return json;
    }
}
