namespace SupplyChain.Operations;

/// <summary>An event of the feed as CloudEvents 1.0 writes it in JSON.</summary>
public sealed record CloudEvent(
    string Specversion,
    string Id,
    string Source,
    string Type,
    string Subject,
    DateTimeOffset Time,
    long Sequence,
    string Data)
{
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
