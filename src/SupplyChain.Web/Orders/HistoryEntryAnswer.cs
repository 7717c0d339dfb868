using System.Text.Json.Serialization;

namespace SupplyChain.Orders;

/// <summary>One event of an order or a shipment.</summary>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Type">Its stable name.</param>
/// <param name="OccurredAt">When it happened; null when unknown.</param>
/// <param name="RecordedAt">When we learned it.</param>
/// <param name="Actor">Who asked for it.</param>
/// <param name="Data">The event as JSON, without personal fields.</param>
[SchemaName("HistoryEntry")]
public sealed record HistoryEntryAnswer(
    long Version,
    string Type,
    DateTimeOffset? OccurredAt,
    DateTimeOffset RecordedAt,
    string Actor,
    [property: JsonConverter(typeof(RawJsonConverter))] string Data)
{
    internal static HistoryEntryAnswer Of(HistoryEntry entry) =>
        new(entry.Version, entry.Type, entry.OccurredAt, entry.RecordedAt, entry.Actor, entry.Data);
}
