namespace SupplyChain.Operations;

/// <summary>
/// A page of the event feed. It can have fewer events than were asked for, or none, without the end being reached: a
/// page takes a second at most, however many other events lie between those that are wanted.
/// </summary>
/// <param name="Events">The events, in commit order.</param>
/// <param name="Next">Where to read on; always given, also when there is nothing more now.</param>
/// <param name="AtEnd">Whether nothing lay behind <paramref name="Next"/> when the page was read.</param>
[GenerateSerializer, Immutable, Alias("event-page")]
public sealed record EventPage(
    [property: Id(0)] Items<PublishedEvent> Events, [property: Id(1)] string Next, [property: Id(2)] bool AtEnd);
