using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Puts lines of one owner into the product's queue, or changes how much of them waits (0 takes them
/// out).</summary>
[GenerateSerializer, Immutable, Alias("queue-lines")]
public sealed record QueueLines([property: Id(0)] Items<WaitingLine> Lines);

/// <summary>A demand that waits for stock, as the backlog of its product knows it.</summary>
/// <param name="Owner">Who owns the demand.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">Units waiting; absolute, so repeating it changes nothing.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="Since">When its owner was first accepted: the age within a priority.</param>
/// <param name="Ticket">Rises with every message about this line; an older one is ignored.</param>
/// <param name="OnlyFrom">The only warehouses it may be served from; null for all.</param>
/// <param name="ShipTo">Where it goes, for choosing the warehouse.</param>
/// <param name="Scheduled">The date it is wanted.</param>
/// <param name="AllowSplit">Whether its units may come from several warehouses.</param>
/// <param name="ShipComplete">It may only be served together with every line of its owner.</param>
/// <param name="Taken">Numbers of the grants the owner has taken over already.</param>
[GenerateSerializer, Immutable, Alias("waiting-line")]
public sealed record WaitingLine(
    [property: Id(0)] DemandOwner Owner,
    [property: Id(1)] int Line,
    [property: Id(2)] long Quantity,
    [property: Id(3)] int Priority,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] int Ticket,
    [property: Id(6)] Items<WarehouseId>? OnlyFrom,
    [property: Id(7)] ShipToPoint? ShipTo,
    [property: Id(8)] DateOnly? Scheduled,
    [property: Id(9)] bool AllowSplit,
    [property: Id(10)] bool ShipComplete,
    [property: Id(11)] Items<int> Taken)
{
    /// <summary>The demand.</summary>
    [JsonIgnore]
    public DemandId Demand => new(Owner, Line);

    /// <summary>
    /// Whether there are units for it and only other lines of its owner are short, which is served together or not at
    /// all: it is claimed when those can be had, and keeps the product from no other owner meanwhile.
    /// </summary>
    [Id(12), JsonIgnore]
    public bool StandsBy { get; init; }
}

/// <summary>What the backlog reserved.</summary>
/// <param name="Grants">Units reserved that their owners have still to take over.</param>
[GenerateSerializer, Immutable, Alias("backlog-reply")]
public sealed record BacklogReply([property: Id(0)] Items<BacklogGrant> Grants);

/// <summary>Units reserved for a waiting line that its owner has not taken over yet.</summary>
/// <param name="Owner">Who owns the demand.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Warehouse">Where they are reserved.</param>
/// <param name="Attempt">The number of the reservation, unique in the product's backlog.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Arrival">When they would arrive; null when unknown.</param>
/// <param name="Why">Why this warehouse.</param>
[GenerateSerializer, Immutable, Alias("backlog-grant")]
public sealed record BacklogGrant(
    [property: Id(0)] DemandOwner Owner,
    [property: Id(1)] int Line,
    [property: Id(2)] WarehouseId Warehouse,
    [property: Id(3)] int Attempt,
    [property: Id(4)] long Quantity,
    [property: Id(5)] DateOnly? Arrival,
    [property: Id(6)] Why Why);
