using System.Text.Json.Serialization;

namespace SupplyChain.Operations;

/// <summary>An event of the feed as CloudEvents 1.0 writes it in JSON.</summary>
/// <param name="Specversion">The version of CloudEvents, <c>1.0</c>.</param>
/// <param name="Id">Stream and version, for example <c>order/ERP-4711/3</c>.</param>
/// <param name="Source">The tenant, for example <c>/demo</c>.</param>
/// <param name="Type">For example <c>supplychain.order.allocated.v1</c>.</param>
/// <param name="Subject">The stream, for example <c>order/ERP-4711</c>.</param>
/// <param name="Time">When it happened, else when it was recorded.</param>
/// <param name="Sequence">The version within the stream.</param>
/// <param name="Data">The event as JSON, without personal fields.</param>
public sealed record CloudEvent(
    string Specversion,
    string Id,
    string Source,
    string Type,
    string Subject,
    DateTimeOffset Time,
    long Sequence,
    [property: JsonConverter(typeof(RawJsonConverter))] string Data)
{
    internal PublishedEvent Published => new(Id, Source, Type, Subject, Time, Sequence, Data);

    internal static CloudEvent Of(PublishedEvent published) => new(
        "1.0",
        published.Id,
        published.Source,
        published.Type,
        published.Subject,
        published.Time,
        published.Sequence,
        published.Data);
}
