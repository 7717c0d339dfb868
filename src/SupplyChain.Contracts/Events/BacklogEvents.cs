using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Events;

/// <summary>What waits of these lines now.</summary>
/// <param name="Lines">The lines; one with quantity 0 waits no longer.</param>
/// <param name="Settled">The attempts of grants that their owners had taken over.</param>
[CloudEventType("supplychain.backlog.queued.v1")]
public sealed record BacklogQueued(Items<EventQueuedLine> Lines, Items<int> Settled);

/// <summary>These lines wait for others of owners that are served together; for them there are units.</summary>
/// <param name="Lines">The lines.</param>
[CloudEventType("supplychain.backlog.stood-by.v1")]
public sealed record BacklogStoodBy(Items<EventQueuedLine> Lines);

/// <summary>Every stock item of the product gives units only through the queue. Written by release 0.1.</summary>
[CloudEventType("supplychain.backlog.rationing-started.v1")]
public sealed record BacklogRationingStarted;

/// <summary>Nothing waits; the stock items give units freely again. Written by release 0.1.</summary>
[CloudEventType("supplychain.backlog.rationing-ended.v1")]
public sealed record BacklogRationingEnded;

/// <summary>Units are to be reserved for waiting lines; the stock items have still to agree.</summary>
/// <param name="Grants">What is to be reserved.</param>
[CloudEventType("supplychain.backlog.grants-proposed.v1")]
public sealed record BacklogGrantsProposed(Items<EventLineGrant> Grants);

/// <summary>The stock items answered: these are reserved, the other proposals are void.</summary>
/// <param name="Grants">What is reserved.</param>
[CloudEventType("supplychain.backlog.granted.v1")]
public sealed record BacklogGranted(Items<EventLineGrant> Grants);

/// <summary>Owners have taken grants over, or given them back.</summary>
/// <param name="Attempts">The attempts of those grants.</param>
[CloudEventType("supplychain.backlog.settled.v1")]
public sealed record BacklogGrantsSettled(Items<int> Attempts);

/// <summary>Owners that are served together are to be told that a line of theirs could be served.</summary>
/// <param name="Owners">The owners: an order's number, or <c>transfer/</c> and a transfer's.</param>
[CloudEventType("supplychain.backlog.orders-asked.v1")]
public sealed record BacklogOwnersAsked([property: JsonPropertyName("orders")] Items<DemandOwner> Owners);

/// <summary>Those owners have heard it.</summary>
/// <param name="Owners">The owners: an order's number, or <c>transfer/</c> and a transfer's.</param>
[CloudEventType("supplychain.backlog.orders-told.v1")]
public sealed record BacklogOwnersTold([property: JsonPropertyName("orders")] Items<DemandOwner> Owners);

/// <summary>A line in the queue of its product.</summary>
/// <param name="Owner">Who owns it: an order's number, or <c>transfer/</c> and a transfer's.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">Units that wait.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="Since">When its owner was first accepted: the age within a priority.</param>
/// <param name="Ticket">The number of the last message about this line.</param>
/// <param name="OnlyFrom">The only warehouses it may be served from; null for all.</param>
/// <param name="ShipTo">Where it goes; null when unknown.</param>
/// <param name="Scheduled">The date it is wanted; null when none.</param>
/// <param name="AllowSplit">Whether its units may come from several warehouses.</param>
/// <param name="ShipComplete">Whether it may only be served together with every line of its owner.</param>
/// <param name="Taken">Attempts of grants that the owner had taken over.</param>
public sealed record EventQueuedLine(
    [property: JsonPropertyName("order")] DemandOwner Owner, int Line, long Quantity, int Priority,
    DateTimeOffset Since, int Ticket, Items<WarehouseId>? OnlyFrom, EventPoint? ShipTo, DateOnly? Scheduled,
    bool AllowSplit, bool ShipComplete, Items<int> Taken);

/// <summary>A point on earth.</summary>
/// <param name="Latitude">Degrees, −90 to 90.</param>
/// <param name="Longitude">Degrees, −180 to 180.</param>
public sealed record EventPoint(double Latitude, double Longitude);

/// <summary>Units that a product's queue reserves for a waiting line.</summary>
/// <param name="Owner">Who owns the line: an order's number, or <c>transfer/</c> and a transfer's.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Warehouse">Where they are reserved.</param>
/// <param name="Attempt">The number of the reservation, unique in the product's queue.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Arrival">The day they would arrive; null when unknown.</param>
/// <param name="Why">Why this warehouse.</param>
public sealed record EventLineGrant(
    [property: JsonPropertyName("order")] DemandOwner Owner, int Line, WarehouseId Warehouse, int Attempt,
    long Quantity, DateOnly? Arrival, EventWhy Why);
