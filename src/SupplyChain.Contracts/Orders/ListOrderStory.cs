namespace SupplyChain.Orders;

/// <summary>Lists the events of every actor that belong to an order, as recorded.</summary>
[GenerateSerializer, Immutable, Alias("list-order-story")]
public sealed record ListOrderStory([property: Id(0)] OrderId Order, [property: Id(1)] PageQuery Page);

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
[GenerateSerializer, Immutable, Alias("order-story-entry")]
public sealed record OrderStoryEntry(
    [property: Id(0)] string Subject,
    [property: Id(1)] long Version,
    [property: Id(2)] string Type,
    [property: Id(3)] DateTimeOffset? OccurredAt,
    [property: Id(4)] DateTimeOffset RecordedAt,
    [property: Id(5)] string Actor,
    [property: Id(6)] string Correlation,
    [property: Id(7)] string Data);
