namespace SupplyChain.Operations;

/// <summary>An event of the feed (CloudEvents 1.0).</summary>
/// <param name="Id">Stream and version, for example <c>order/ERP-4711/3</c>.</param>
/// <param name="Source">The tenant, for example <c>/demo</c>.</param>
/// <param name="Type">For example <c>supplychain.order.allocated.v1</c>.</param>
/// <param name="Subject">The stream, for example <c>order/ERP-4711</c>.</param>
/// <param name="Time">When it happened, else when it was recorded.</param>
/// <param name="Sequence">The version within the stream.</param>
/// <param name="Data">The event as JSON, without personal fields.</param>
[GenerateSerializer, Immutable, Alias("published-event")]
public sealed record PublishedEvent(
    [property: Id(0)] string Id,
    [property: Id(1)] string Source,
    [property: Id(2)] string Type,
    [property: Id(3)] string Subject,
    [property: Id(4)] DateTimeOffset Time,
    [property: Id(5)] long Sequence,
    [property: Id(6)] string Data);
