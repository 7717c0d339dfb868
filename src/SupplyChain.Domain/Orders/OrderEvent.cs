using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>What can happen to an order.</summary>
public abstract record OrderEvent
{
    private OrderEvent() { }

    /// <summary>It was accepted under its number.</summary>
    [EventType("order.placed")]
    public sealed record Placed(
        OrderId Number,
        CustomerId Customer,
        OrderAddress ShipTo,
        int Priority,
        DateOnly? RequestedBy,
        DateTimeOffset? PlacedAt,
        Items<OrderedLine> Lines,
        FulfilmentPolicy Policy,
        string Digest) : OrderEvent;

    /// <summary>Sourcing chose warehouses; the stock items have still to agree. Its stored form is
    /// <see cref="CompactProposal"/>.</summary>
    [EventType("order.allocation-proposed", 2, Since = 3)]
    public sealed record AllocationProposed(Items<ProposedUnits> Units, SourcingMethod Method) : OrderEvent;

    /// <summary>The stock items answered: these units are reserved, the rest of the proposal is sourced
    /// again.</summary>
    [EventType("order.allocated")]
    public sealed record Allocated(Items<AllocatedUnits> Units) : OrderEvent;

    /// <summary>A ship-complete proposal failed in part: what was reserved is given back.</summary>
    [EventType("order.allocation-abandoned")]
    public sealed record AllocationAbandoned(Items<int> Reserved) : OrderEvent;

    /// <summary>Sourcing found better places for reserved units; the stock items there have still to agree, and until
    /// then the order keeps what it has.</summary>
    [EventType("order.move-proposed")]
    public sealed record MoveProposed(
        Items<ProposedUnits> Units, Items<KeptUnits> Kept, SourcingMethod Method) : OrderEvent;

    /// <summary>The better places have reserved: the units come from there, and the former ones are given
    /// back.</summary>
    [EventType("order.allocation-moved")]
    public sealed record AllocationMoved(Items<AllocatedUnits> Units) : OrderEvent;

    /// <summary>Not every better place could reserve: everything stays, and what was reserved there is given
    /// back.</summary>
    [EventType("order.move-abandoned")]
    public sealed record MoveAbandoned(Items<int> Reserved) : OrderEvent;

    /// <summary>Units wait for stock.</summary>
    [EventType("order.backordered")]
    public sealed record Backordered(Items<BackorderedUnits> Lines) : OrderEvent;

    /// <summary>Of a ship-complete order that waits: these lines are short; for the others there are
    /// units.</summary>
    [EventType("order.found-short")]
    public sealed record FoundShort(Items<int> Lines) : OrderEvent;

    /// <summary>The backlog knows what waits.</summary>
    [EventType("order.queued")]
    public sealed record Queued(Items<QueueTicket> Lines) : OrderEvent;

    /// <summary>Units the backlog reserved were taken over, or are to be given back.</summary>
    [EventType("order.grants-accepted")]
    public sealed record GrantsAccepted(Sku Sku, Items<AcceptedGrant> Grants) : OrderEvent;

    /// <summary>Units of grants the order could not use are free again.</summary>
    [EventType("order.grants-returned")]
    public sealed record GrantsReturned(Sku Sku, Items<int> Attempts) : OrderEvent;

    /// <summary>It could not be served and backorder was not allowed; final.</summary>
    [EventType("order.rejected")]
    public sealed record Rejected(string Code, string Message, Items<int> Lines) : OrderEvent;

    /// <summary>It was changed; all values are absolute.</summary>
    [EventType("order.amended")]
    public sealed record Amended(
        int Priority,
        DateOnly? RequestedBy,
        OrderAddress ShipTo,
        Items<AmendedLine> Lines,
        Items<KeptUnits> Kept) : OrderEvent;

    /// <summary>Units were cancelled.</summary>
    [EventType("order.cancelled", 2)]
    public sealed record Cancelled(
        string Reason, Items<CancelledUnits> Lines, Items<KeptUnits> Kept, OrderParty? OnBehalfOf) : OrderEvent;

    /// <summary>Lines were added; they are to be sourced.</summary>
    [EventType("order.lines-added")]
    public sealed record LinesAdded(Items<OrderedLine> Lines) : OrderEvent;

    /// <summary>Units that an amendment added cannot be had and may not wait: they are not ordered after
    /// all.</summary>
    [EventType("order.increase-withdrawn")]
    public sealed record IncreaseWithdrawn(Items<WithdrawnUnits> Lines) : OrderEvent;

    /// <summary>Stock items have taken back what was released.</summary>
    [EventType("order.reservations-released")]
    public sealed record ReservationsReleased(Items<ReservationKey> Keys) : OrderEvent;

    /// <summary>Allocated goods go into shipments.</summary>
    [EventType("order.released")]
    public sealed record Released(Items<ReleasedShipment> Shipments, DateTimeOffset? OccurredAt) : OrderEvent;

    /// <summary>Shipments were made; a number that turned out to be taken gives its goods back to the order.</summary>
    [EventType("order.shipments-planned")]
    public sealed record ShipmentsPlanned(Items<ShipmentId> Planned, Items<ShipmentId> Refused) : OrderEvent;

    /// <summary>A shipment was cancelled; its goods stay allocated.</summary>
    [EventType("order.shipment-cancelled")]
    public sealed record ShipmentCancelled(ShipmentId Shipment) : OrderEvent;

    /// <summary>Shipments that were to be withdrawn stay: picking has begun, or they have left.</summary>
    [EventType("order.shipments-stay")]
    public sealed record ShipmentsStay(Items<ShipmentId> Shipments) : OrderEvent;

    /// <summary>Shipments know what an amendment changed.</summary>
    [EventType("order.shipments-revised")]
    public sealed record ShipmentsRevised(Items<ShipmentId> Shipments) : OrderEvent;

    /// <summary>Goods left a warehouse.</summary>
    [EventType("order.shipped")]
    public sealed record Shipped(
        ShipmentId Shipment, DateTimeOffset? OccurredAt, Items<IssuedUnits> Units) : OrderEvent, IDatedEvent;

    /// <summary>Goods that were said to have left had not: the shipment has them again.</summary>
    [EventType("order.shipment-returned")]
    public sealed record ShipmentReturned(ShipmentId Shipment, int Returns) : OrderEvent;

    /// <summary>The journey of units has ended; figures are absolute, none means that it has not.</summary>
    [EventType("order.delivered", 2)]
    public sealed record Delivered(
        ShipmentId Shipment, DateTimeOffset? OccurredAt, Items<CarriedLine> Lines) : OrderEvent, IDatedEvent;

    /// <summary>Reality took reserved units away; they are sourced again.</summary>
    [EventType("order.reservations-lost")]
    public sealed record ReservationsLost(StockItemId StockItem, Items<ReservationLoss> Lost) : OrderEvent;

    /// <summary>Shipments know of the units they lost.</summary>
    [EventType("order.shipments-flagged")]
    public sealed record ShipmentsFlagged(Items<ShipmentId> Shipments) : OrderEvent;

    /// <summary>A warehouse closed: what had not left it is sourced again. Earlier versions named the shipments that
    /// stay.</summary>
    [EventType("order.left-warehouse")]
    public sealed record LeftWarehouse(
        WarehouseId Warehouse, long Closing, Items<ReservationKey> Moved, Items<ShipmentId> Staying) : OrderEvent;
}
