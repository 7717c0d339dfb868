using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Events;

/// <summary>An order was accepted under its number.</summary>
/// <param name="Number">The order's number.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="ShipTo">Where it goes; name and address are personal and not published.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted; null when none was requested.</param>
/// <param name="PlacedAt">When the customer placed it; null when unknown.</param>
/// <param name="Lines">What was ordered.</param>
/// <param name="Policy">What the customer accepts.</param>
[CloudEventType("supplychain.order.placed.v1")]
public sealed record OrderPlaced(
    OrderId Number, CustomerId Customer, EventShipTo ShipTo, int Priority, DateOnly? RequestedBy,
    DateTimeOffset? PlacedAt, Items<EventOrderLine> Lines, EventOrderPolicy Policy);

/// <summary>Sourcing chose warehouses; the stock items have still to agree.</summary>
/// <param name="Units">The units wanted of each warehouse.</param>
/// <param name="Method">How the plan was found.</param>
[CloudEventType("supplychain.order.allocation-proposed.v1")]
public sealed record OrderAllocationProposed(Items<EventProposedUnits> Units, EventSourcingMethod Method);

/// <summary>The stock items answered: these units are reserved, the rest of the proposal is sourced again.</summary>
/// <param name="Units">What is reserved.</param>
[CloudEventType("supplychain.order.allocated.v1")]
public sealed record OrderAllocated(Items<EventAllocatedUnits> Units);

/// <summary>A ship-complete proposal failed in part: what was reserved is given back.</summary>
/// <param name="Reserved">The attempts whose units are given back.</param>
[CloudEventType("supplychain.order.allocation-abandoned.v1")]
public sealed record OrderAllocationAbandoned(Items<int> Reserved);

/// <summary>
/// Sourcing found better places for reserved units; until the stock items there agree, the order keeps what it has.
/// </summary>
/// <param name="Units">The units wanted of each warehouse.</param>
/// <param name="Kept">What stays of the present reservations once the move succeeds.</param>
/// <param name="Method">How the plan was found.</param>
[CloudEventType("supplychain.order.move-proposed.v1")]
public sealed record OrderMoveProposed(
    Items<EventProposedUnits> Units, Items<EventKeptUnits> Kept, EventSourcingMethod Method);

/// <summary>The better places have reserved: units come from there, and the former ones are given back.</summary>
/// <param name="Units">What is reserved at the better places.</param>
[CloudEventType("supplychain.order.allocation-moved.v1")]
public sealed record OrderAllocationMoved(Items<EventAllocatedUnits> Units);

/// <summary>Not every better place could reserve: everything stays, and what was reserved there is given
/// back.</summary>
/// <param name="Reserved">The attempts whose units are given back.</param>
[CloudEventType("supplychain.order.move-abandoned.v1")]
public sealed record OrderMoveAbandoned(Items<int> Reserved);

/// <summary>Units wait for stock.</summary>
/// <param name="Lines">What waits, per line.</param>
[CloudEventType("supplychain.order.backordered.v1")]
public sealed record OrderBackordered(Items<EventBackorderedUnits> Lines);

/// <summary>Of a ship-complete order that waits: these lines are short; for the others there are units.</summary>
/// <param name="Lines">The numbers of the lines that are short.</param>
[CloudEventType("supplychain.order.found-short.v1")]
public sealed record OrderFoundShort(Items<int> Lines);

/// <summary>The queues of its products know what waits.</summary>
/// <param name="Lines">The lines they know of.</param>
[CloudEventType("supplychain.order.queued.v1")]
public sealed record OrderQueued(Items<EventQueueTicket> Lines);

/// <summary>Units that a product's queue reserved were taken over, or are to be given back.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Grants">What was granted, and how much of it taken.</param>
[CloudEventType("supplychain.order.grants-accepted.v1")]
public sealed record OrderGrantsAccepted(Sku Sku, Items<EventAcceptedGrant> Grants);

/// <summary>Units of grants that the order could not use are free again.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Attempts">The attempts of those grants.</param>
[CloudEventType("supplychain.order.grants-returned.v1")]
public sealed record OrderGrantsReturned(Sku Sku, Items<int> Attempts);

/// <summary>The order could not be served and backorder was not allowed; final.</summary>
/// <param name="Code">The code of the reason, such as <c>insufficient-stock</c>.</param>
/// <param name="Message">The reason for people.</param>
/// <param name="Lines">The numbers of the lines that could not be served.</param>
[CloudEventType("supplychain.order.rejected.v1")]
public sealed record OrderRejected(string Code, string Message, Items<int> Lines);

/// <summary>The order was changed; all values are absolute.</summary>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted; null when none is requested.</param>
/// <param name="ShipTo">Where it goes; name and address are personal and not published.</param>
/// <param name="Lines">The lines that changed, as they are now.</param>
/// <param name="Kept">What stays of reservations that were reduced.</param>
[CloudEventType("supplychain.order.amended.v1")]
public sealed record OrderAmended(
    int Priority, DateOnly? RequestedBy, EventShipTo ShipTo, Items<EventAmendedLine> Lines,
    Items<EventKeptUnits> Kept);

/// <summary>Units were cancelled.</summary>
/// <param name="Reason">Why, as the caller said.</param>
/// <param name="Lines">Units per line.</param>
/// <param name="Kept">What stays of reservations that were reduced.</param>
/// <param name="OnBehalfOf">On whose behalf; null when not said, and in schema 1.</param>
[CloudEventType("supplychain.order.cancelled.v1"), CloudEventType("supplychain.order.cancelled.v2")]
public sealed record OrderCancelled(
    string Reason, Items<EventCancelledUnits> Lines, Items<EventKeptUnits> Kept, OrderParty? OnBehalfOf);

/// <summary>Lines were added; they are to be sourced.</summary>
/// <param name="Lines">The new lines.</param>
[CloudEventType("supplychain.order.lines-added.v1")]
public sealed record OrderLinesAdded(Items<EventOrderLine> Lines);

/// <summary>Units that an amendment added cannot be had and may not wait: they are not ordered after all.</summary>
/// <param name="Lines">Units per line.</param>
[CloudEventType("supplychain.order.increase-withdrawn.v1")]
public sealed record OrderIncreaseWithdrawn(Items<EventWithdrawnUnits> Lines);

/// <summary>Stock items have taken back what was released.</summary>
/// <param name="Keys">The reservations that ended or were reduced.</param>
[CloudEventType("supplychain.order.reservations-released.v1")]
public sealed record OrderReservationsReleased(Items<EventReservation> Keys);

/// <summary>Allocated goods go into shipments.</summary>
/// <param name="Shipments">The shipments.</param>
/// <param name="OccurredAt">When it was released; null when unknown.</param>
[CloudEventType("supplychain.order.released.v1")]
public sealed record OrderReleased(Items<EventReleasedShipment> Shipments, DateTimeOffset? OccurredAt);

/// <summary>Shipments were made; a number that turned out to be taken gives its goods back to the order.</summary>
/// <param name="Planned">The shipments that were made.</param>
/// <param name="Refused">The numbers that were taken.</param>
[CloudEventType("supplychain.order.shipments-planned.v1")]
public sealed record OrderShipmentsPlanned(Items<ShipmentId> Planned, Items<ShipmentId> Refused);

/// <summary>A shipment was cancelled; its goods stay allocated.</summary>
/// <param name="Shipment">The shipment.</param>
[CloudEventType("supplychain.order.shipment-cancelled.v1")]
public sealed record OrderShipmentCancelled(ShipmentId Shipment);

/// <summary>Shipments that were to be withdrawn stay: picking has begun, or they have left.</summary>
/// <param name="Shipments">The shipments.</param>
[CloudEventType("supplychain.order.shipments-stay.v1")]
public sealed record OrderShipmentsStay(Items<ShipmentId> Shipments);

/// <summary>Shipments know what an amendment changed.</summary>
/// <param name="Shipments">The shipments.</param>
[CloudEventType("supplychain.order.shipments-revised.v1")]
public sealed record OrderShipmentsRevised(Items<ShipmentId> Shipments);

/// <summary>Goods left a warehouse.</summary>
/// <param name="Shipment">The shipment they left with.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
/// <param name="Units">What left.</param>
[CloudEventType("supplychain.order.shipped.v1")]
public sealed record OrderShipped(ShipmentId Shipment, DateTimeOffset? OccurredAt, Items<EventIssuedUnits> Units);

/// <summary>Goods that were said to have left had not: the shipment has them again.</summary>
/// <param name="Shipment">The shipment.</param>
/// <param name="Returns">How often that has happened to this shipment, from 1.</param>
[CloudEventType("supplychain.order.shipment-returned.v1")]
public sealed record OrderShipmentReturned(ShipmentId Shipment, int Returns);

/// <summary>The journey of units has ended; figures are absolute, none means that it has not.</summary>
/// <param name="Shipment">The shipment that carried them.</param>
/// <param name="OccurredAt">When it was delivered; null when unknown.</param>
/// <param name="Lines">What the shipment carries and what became of it, per line.</param>
[CloudEventType("supplychain.order.delivered.v1"), CloudEventType("supplychain.order.delivered.v2")]
public sealed record OrderDelivered(ShipmentId Shipment, DateTimeOffset? OccurredAt, Items<EventCarriedLine> Lines);

/// <summary>Reality took reserved units away; they are sourced again.</summary>
/// <param name="StockItem">The stock item that has fewer units than were reserved.</param>
/// <param name="Lost">What each reservation lost.</param>
[CloudEventType("supplychain.order.reservations-lost.v1")]
public sealed record OrderReservationsLost(EventStockItem StockItem, Items<EventReservationLoss> Lost);

/// <summary>Shipments know of the units they lost.</summary>
/// <param name="Shipments">The shipments.</param>
[CloudEventType("supplychain.order.shipments-flagged.v1")]
public sealed record OrderShipmentsFlagged(Items<ShipmentId> Shipments);

/// <summary>A warehouse closed: what had not left it is sourced again.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Closing">The warehouse's version when it closed.</param>
/// <param name="Moved">The reservations that are given back.</param>
/// <param name="Staying">Shipments that stay, in events of release 0.1; empty since.</param>
[CloudEventType("supplychain.order.left-warehouse.v1")]
public sealed record OrderLeftWarehouse(
    WarehouseId Warehouse, long Closing, Items<EventReservation> Moved, Items<ShipmentId> Staying);
