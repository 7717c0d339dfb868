using System.Text.Json.Serialization;
using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>What can happen to the queue of a product.</summary>
public abstract record BacklogEvent
{
    private BacklogEvent() { }

    /// <summary>What waits of these lines now (0: nothing), and which grants their owners had taken over.</summary>
    [EventType("backlog.queued")]
    public sealed record Queued(Items<QueuedLine> Lines, Items<int> Settled) : BacklogEvent;

    /// <summary>These lines wait for others of owners that are served together; for them there are units.</summary>
    [EventType("backlog.stood-by")]
    public sealed record StoodBy(Items<QueuedLine> Lines) : BacklogEvent;

    /// <summary>Every stock item of the product gives units only through the backlog. Written by release 0.1.</summary>
    [EventType("backlog.rationing-started")]
    public sealed record RationingStarted : BacklogEvent;

    /// <summary>Nothing waits; the stock items give units freely again. Written by release 0.1.</summary>
    [EventType("backlog.rationing-ended")]
    public sealed record RationingEnded : BacklogEvent;

    /// <summary>Units are to be reserved for waiting lines; the stock items have still to agree.</summary>
    [EventType("backlog.grants-proposed")]
    public sealed record GrantsProposed(Items<LineGrant> Grants) : BacklogEvent;

    /// <summary>The stock items answered: these are reserved, the other proposals are void.</summary>
    [EventType("backlog.granted")]
    public sealed record Granted(Items<LineGrant> Grants) : BacklogEvent;

    /// <summary>Owners have taken grants over, or given them back.</summary>
    [EventType("backlog.settled")]
    public sealed record GrantsSettled(Items<int> Attempts) : BacklogEvent;

    /// <summary>Owners that are served together are to be told that a line of theirs could be served.</summary>
    [EventType("backlog.orders-asked")]
    public sealed record OwnersAsked([property: JsonPropertyName("orders")] Items<DemandOwner> Owners)
        : BacklogEvent;

    /// <summary>They have heard it.</summary>
    [EventType("backlog.orders-told")]
    public sealed record OwnersTold([property: JsonPropertyName("orders")] Items<DemandOwner> Owners)
        : BacklogEvent;
}
