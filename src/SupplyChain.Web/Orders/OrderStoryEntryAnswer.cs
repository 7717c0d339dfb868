using System.Text.Json.Serialization;

namespace SupplyChain.Orders;

/// <summary>One event of any actor that belongs to an order.</summary>
/// <param name="Subject">The actor: <c>order/ERP-4711</c>, <c>stock/S-1@HAM</c>, <c>backlog/S-1</c> or
/// <c>shipment/SH-1</c>.</param>
/// <param name="Version">Its version there, from 1.</param>
/// <param name="Type">Its stable name.</param>
/// <param name="OccurredAt">When it happened; null when unknown.</param>
/// <param name="RecordedAt">When we learned it.</param>
/// <param name="Actor">Who asked for it.</param>
/// <param name="Correlation">The call it came from: the same for everything that followed from one command.</param>
/// <param name="Data">The event as JSON, without personal fields. It may name other orders too.</param>
[SchemaName("OrderStoryEntry")]
public sealed record OrderStoryEntryAnswer(
    string Subject,
    long Version,
    string Type,
    DateTimeOffset? OccurredAt,
    DateTimeOffset RecordedAt,
    string Actor,
    string Correlation,
    [property: JsonConverter(typeof(RawJsonConverter))] string Data)
{
    internal static OrderStoryEntryAnswer Of(OrderStoryEntry entry) => new(
        entry.Subject,
        entry.Version,
        entry.Type,
        entry.OccurredAt,
        entry.RecordedAt,
        entry.Actor,
        entry.Correlation,
        entry.Data);
}
