using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>The journal's events as others may see them: without personal fields and without what is only
/// ours.</summary>
internal static class PublishedEvents
{
    /// <summary>An event of the feed.</summary>
    public static PublishedEvent Of(JournaledEvent row)
    {
        var (type, schema, data) = EventCodec.Published(row.Type, row.Schema, row.Data);
        return new(
            $"{row.Stream.Kind}/{row.Stream.Id}/{row.Version}",
            $"/{row.Stream.Tenant}",
            PublishedTypes.Name(type, schema),
            $"{row.Stream.Kind}/{row.Stream.Id}",
            row.OccurredAt ?? row.RecordedAt,
            row.Version,
            Data(data));
    }

    /// <summary>The event's type and its members as JSON, for a history.</summary>
    public static (string Type, string Data) Entry(JournaledEvent row)
    {
        var (type, _, data) = EventCodec.Published(row.Type, row.Schema, row.Data);
        return (type, Data(data));
    }

    /// <summary>The event as JSON, without the sealed fields of a ship-to and without the body's digest.</summary>
    private static string Data(byte[] data)
    {
        var json = JsonSerializer.Deserialize<JsonObject>(data)!;
        json.Remove("digest");
        if (json["shipTo"] is JsonObject shipTo)
        {
            shipTo.Remove("name");
            shipTo.Remove("address");
        }
        return json.ToJsonString(EventCodec.Json);
    }
}
