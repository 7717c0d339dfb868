namespace SupplyChain.Operations;

/// <summary>Reads the event feed.</summary>
/// <param name="After">The <c>next</c> of the page before; null from the beginning.</param>
/// <param name="Limit">How many, 1 to 1,000.</param>
/// <param name="Types">
/// Only these types (for example <c>supplychain.order.allocated.v1</c>), or those that begin with what stands before a
/// <c>*</c> at the end (<c>supplychain.order.*</c>); none for all. One that no event can have is an
/// <see cref="UnknownEventTypeException"/>.
/// </param>
/// <param name="Subject">
/// Only events of this subject (for example <c>order/ERP-4711</c>), or of those that begin with what stands before a
/// <c>*</c> at the end (<c>order/*</c>); at most 300 characters, null for all. Silos of release 0.1 pass it by.
/// </param>
/// <param name="Wait">
/// How long to wait for an event when none is wanted there yet, from 0 to 1.5 seconds; null not at all. Silos of
/// release 0.1 do not wait.
/// </param>
[GenerateSerializer, Immutable, Alias("read-events")]
public sealed record ReadEvents(
    [property: Id(0)] string? After,
    [property: Id(1)] int Limit,
    [property: Id(2)] Items<string> Types,
    [property: Id(3)] string? Subject = null,
    [property: Id(4)] TimeSpan? Wait = null);

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
