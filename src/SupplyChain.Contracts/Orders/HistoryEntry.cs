namespace SupplyChain.Orders;

/// <summary>One event of an order or a shipment.</summary>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Type">Its stable name.</param>
/// <param name="OccurredAt">When it happened; null when unknown.</param>
/// <param name="RecordedAt">When we learned it.</param>
/// <param name="Actor">Who asked for it.</param>
/// <param name="Data">The event as JSON, without personal fields.</param>
[GenerateSerializer, Immutable, Alias("history-entry")]
public sealed record HistoryEntry(
    [property: Id(0)] long Version,
    [property: Id(1)] string Type,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] DateTimeOffset RecordedAt,
    [property: Id(4)] string Actor,
    [property: Id(5)] string Data);
