using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>The journal's events as others may see them: without personal fields and without what is only
/// ours.</summary>
internal static class PublishedEvents
{
    /// <summary>An event of the feed.</summary>
    public static PublishedEvent Of(JournaledEvent row) => new(
        $"{row.Stream.Kind}/{row.Stream.Id}/{row.Version}",
        $"/{row.Stream.Tenant}",
        PublishedTypes.Name(row.Type, row.Schema),
        $"{row.Stream.Kind}/{row.Stream.Id}",
        row.OccurredAt ?? row.RecordedAt,
        row.Version,
        Data(row));

    /// <summary>The event as JSON, without the sealed fields of a ship-to and without the body's digest.</summary>
    public static string Data(JournaledEvent row)
    {
        var json = JsonSerializer.Deserialize<JsonObject>(row.Data)!;
        json.Remove("digest");
        if (json["shipTo"] is JsonObject shipTo)
        {
            shipTo.Remove("name");
            shipTo.Remove("address");
        }
        return json.ToJsonString(EventCodec.Json);
    }
}
