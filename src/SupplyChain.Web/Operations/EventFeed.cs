namespace SupplyChain.Operations;

/// <summary>A page of the event feed.</summary>
/// <param name="Events">The events, in commit order.</param>
/// <param name="Next">Where to read on; always given.</param>
public sealed record EventFeed(Items<CloudEvent> Events, string Next);
