using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>What can happen to a transfer.</summary>
public abstract record TransferEvent
{
    private TransferEvent() { }

    /// <summary>Stock is to go from one warehouse to another.</summary>
    /// <param name="Transfer">Its number.</param>
    /// <param name="From">The source.</param>
    /// <param name="To">The destination.</param>
    /// <param name="Lines">What.</param>
    /// <param name="Priority">1 (highest) to 5.</param>
    /// <param name="RequestedBy">The date it is wanted; null when none.</param>
    /// <param name="Digest">Of the original body, to tell a repeat from a conflict.</param>
    [EventType("transfer.requested", Since = 2)]
    public sealed record Requested(
        TransferId Transfer, WarehouseId From, WarehouseId To, Items<RequestedUnits> Lines, int Priority,
        DateOnly? RequestedBy, string Digest) : TransferEvent;

    /// <summary>The queues of the products know how much of these lines waits.</summary>
    [EventType("transfer.queued", Since = 2)]
    public sealed record Queued(Items<QueuedTicket> Lines) : TransferEvent;

    /// <summary>Units that a queue reserved for its lines; what it did not take goes back.</summary>
    [EventType("transfer.grants-accepted", Since = 2)]
    public sealed record GrantsAccepted(Sku Sku, Items<GrantedUnits> Grants) : TransferEvent;

    /// <summary>The queue has the units of these grants again.</summary>
    [EventType("transfer.grants-returned", Since = 2)]
    public sealed record GrantsReturned(Sku Sku, Items<int> Attempts) : TransferEvent;

    /// <summary>Reality took reserved units away.</summary>
    [EventType("transfer.reservations-lost", Since = 2)]
    public sealed record ReservationsLost(Items<ReservationLoss> Lost) : TransferEvent;

    /// <summary>The source closed: what was reserved and not in a shipment that stays waits until it opens.</summary>
    /// <param name="Closing">The warehouse's version when it closed.</param>
    /// <param name="Reservations">What was given back.</param>
    [EventType("transfer.left-warehouse", Since = 2)]
    public sealed record LeftWarehouse(long Closing, Items<ReservationKey> Reservations) : TransferEvent;

    /// <summary>The source has these units again.</summary>
    [EventType("transfer.reservations-released", Since = 2)]
    public sealed record ReservationsReleased(Items<ReservationKey> Reservations) : TransferEvent;

    /// <summary>Reserved units are to go with a shipment.</summary>
    [EventType("transfer.released", Since = 2)]
    public sealed record Released(
        ShipmentId Shipment, Items<ReservationKey> Reservations, string? Mode, string? Carrier,
        string? TrackingNumber, DateTimeOffset? OccurredAt) : TransferEvent;

    /// <summary>The shipment exists.</summary>
    [EventType("transfer.shipment-planned", Since = 2)]
    public sealed record ShipmentPlanned(ShipmentId Shipment) : TransferEvent;

    /// <summary>The number turned out to be taken; the shipment gets another.</summary>
    [EventType("transfer.shipment-renumbered", Since = 2)]
    public sealed record ShipmentRenumbered(ShipmentId Taken, ShipmentId Instead) : TransferEvent;

    /// <summary>The shipment knows which of its units are gone.</summary>
    [EventType("transfer.shipment-told", Since = 2)]
    public sealed record ShipmentTold(ShipmentId Shipment) : TransferEvent;

    /// <summary>The shipment was cancelled; its units are reserved still.</summary>
    [EventType("transfer.shipment-cancelled", Since = 2)]
    public sealed record ShipmentCancelled(ShipmentId Shipment) : TransferEvent;

    /// <summary>Goods left the source.</summary>
    [EventType("transfer.shipped", Since = 2)]
    public sealed record Shipped(
        ShipmentId Shipment, DateTimeOffset? OccurredAt, Items<IssuedUnits> Units) : TransferEvent, IDatedEvent;

    /// <summary>They had not: the source has them again, in the shipment.</summary>
    [EventType("transfer.shipment-returned", Since = 2)]
    public sealed record ShipmentReturned(ShipmentId Shipment, int Returns) : TransferEvent;

    /// <summary>Goods arrived at the destination.</summary>
    /// <param name="Receipt">The receipt's number within the transfer.</param>
    /// <param name="Lines">What arrived.</param>
    /// <param name="Short">What is missing of what was in transit, and not expected any more.</param>
    /// <param name="OccurredAt">When; null when unknown.</param>
    /// <param name="Digest">Of the original body, to tell a repeat from a conflict.</param>
    [EventType("transfer.received", Since = 2)]
    public sealed record Received(
        ReceiptId Receipt, Items<ArrivedLine> Lines, Items<ArrivedLine> Short, DateTimeOffset? OccurredAt,
        string Digest) : TransferEvent;

    /// <summary>What arrived is on hand at the destination.</summary>
    [EventType("transfer.put-away", Since = 2)]
    public sealed record PutAway(ReceiptId Receipt) : TransferEvent;

    /// <summary>The shipments know that they have arrived.</summary>
    [EventType("transfer.arrival-reported", Since = 2)]
    public sealed record ArrivalReported(Items<ShipmentId> Shipments) : TransferEvent;

    /// <summary>What waits, what is reserved and what no shipment takes will not go.</summary>
    [EventType("transfer.cancelled", Since = 2)]
    public sealed record Cancelled(string Reason) : TransferEvent;
}

/// <summary>Units of a product that were requested, as they are stored.</summary>
public sealed record RequestedUnits(Sku Sku, long Quantity);

/// <summary>The last message about a line that the queue of its product has taken.</summary>
public sealed record QueuedTicket(int Line, int Ticket);

/// <summary>A grant as the transfer took it over.</summary>
/// <param name="Line">The line.</param>
/// <param name="Attempt">The number of its reservation.</param>
/// <param name="Quantity">Units granted.</param>
/// <param name="Taken">Units of these the line takes.</param>
public sealed record GrantedUnits(int Line, int Attempt, long Quantity, long Taken);

/// <summary>Units of a line that arrived, or that are missing.</summary>
public sealed record ArrivedLine(int Line, long Quantity);
