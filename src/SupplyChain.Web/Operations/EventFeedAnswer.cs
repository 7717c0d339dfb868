namespace SupplyChain.Operations;

/// <summary>
/// A page of the event feed. It can have fewer events than were asked for, or none, without the end being reached: a
/// page takes a second at most.
/// </summary>
/// <param name="Events">The events, in commit order.</param>
/// <param name="Next">Where to read on; always given.</param>
/// <param name="AtEnd">Whether there is nothing more behind it now.</param>
[SchemaName("EventFeed")]
public sealed record EventFeedAnswer(Items<CloudEvent> Events, string Next, bool AtEnd)
{
    internal static EventFeedAnswer Of(EventPage page) => new(page.Events.Each(CloudEvent.Of), page.Next, page.AtEnd);
}
