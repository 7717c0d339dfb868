using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChain.Operations;

namespace SupplyChain.Journal;

/// <summary>A journal as release 0.1 wrote it.</summary>
internal static class OlderRelease
{
    /// <summary>The row with what that release has: movements in four types, no levels.</summary>
    public static JournaledEvent Wrote(JournaledEvent row)
    {
        var (type, schema, data) = EventCodec.Encode(
            EventCodec.Decode(row.Type, row.Schema, row.Data), FeatureLevel.First)!.Value;
        var json = JsonSerializer.Deserialize<JsonObject>(data)!;
        return row with
        {
            Type = type,
            Schema = schema,
            Data = json.Remove("after") ? JsonSerializer.SerializeToUtf8Bytes(json, EventCodec.Json) : data,
        };
    }
}
