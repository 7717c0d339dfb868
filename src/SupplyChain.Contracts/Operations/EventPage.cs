namespace SupplyChain.Operations;

/// <summary>A page of the event feed.</summary>
/// <param name="Events">The events, in commit order.</param>
/// <param name="Next">Where to read on; always given, also when there is nothing more now.</param>
[GenerateSerializer, Immutable, Alias("event-page")]
public sealed record EventPage([property: Id(0)] Items<PublishedEvent> Events, [property: Id(1)] string Next);
