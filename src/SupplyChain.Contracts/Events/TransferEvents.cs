using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Events;

/// <summary>Stock is to go from one warehouse to another.</summary>
/// <param name="Transfer">The transfer's number.</param>
/// <param name="From">The source.</param>
/// <param name="To">The destination.</param>
/// <param name="Lines">What is to go; its lines are numbered from 1 in this order.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">The date it is wanted; null when none.</param>
[CloudEventType("supplychain.transfer.requested.v1")]
public sealed record TransferRequested(
    TransferId Transfer, WarehouseId From, WarehouseId To, Items<EventUnits> Lines, int Priority,
    DateOnly? RequestedBy);

/// <summary>The queues of its products know how much of these lines waits.</summary>
/// <param name="Lines">The lines they know of.</param>
[CloudEventType("supplychain.transfer.queued.v1")]
public sealed record TransferQueued(Items<EventQueueTicket> Lines);

/// <summary>A product's queue reserved units for lines of a transfer; what it did not take goes back.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Grants">What was granted, and how much of it taken.</param>
[CloudEventType("supplychain.transfer.grants-accepted.v1")]
public sealed record TransferGrantsAccepted(Sku Sku, Items<EventTransferGrant> Grants);

/// <summary>The queue has the units of these grants again.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Attempts">The attempts of those grants.</param>
[CloudEventType("supplychain.transfer.grants-returned.v1")]
public sealed record TransferGrantsReturned(Sku Sku, Items<int> Attempts);

/// <summary>Reality took reserved units of a transfer away.</summary>
/// <param name="Lost">What each reservation lost.</param>
[CloudEventType("supplychain.transfer.reservations-lost.v1")]
public sealed record TransferReservationsLost(Items<EventReservationLoss> Lost);

/// <summary>The source closed: what was reserved and not in a shipment that stays waits until it opens.</summary>
/// <param name="Closing">The warehouse's version when it closed.</param>
/// <param name="Reservations">What was given back.</param>
[CloudEventType("supplychain.transfer.left-warehouse.v1")]
public sealed record TransferLeftWarehouse(long Closing, Items<EventReservation> Reservations);

/// <summary>The source has these units again.</summary>
/// <param name="Reservations">The reservations that ended.</param>
[CloudEventType("supplychain.transfer.reservations-released.v1")]
public sealed record TransferReservationsReleased(Items<EventReservation> Reservations);

/// <summary>Reserved units are to go with a shipment.</summary>
/// <param name="Shipment">The shipment.</param>
/// <param name="Reservations">The reservations whose units it takes.</param>
/// <param name="Mode">Transport mode as given; null when not given.</param>
/// <param name="Carrier">The carrier; null when not given.</param>
/// <param name="TrackingNumber">The carrier's number; null when not given.</param>
/// <param name="OccurredAt">When it was released; null when unknown.</param>
[CloudEventType("supplychain.transfer.released.v1")]
public sealed record TransferReleased(
    ShipmentId Shipment, Items<EventReservation> Reservations, string? Mode, string? Carrier, string? TrackingNumber,
    DateTimeOffset? OccurredAt);

/// <summary>The transfer's shipment exists.</summary>
/// <param name="Shipment">The shipment.</param>
[CloudEventType("supplychain.transfer.shipment-planned.v1")]
public sealed record TransferShipmentPlanned(ShipmentId Shipment);

/// <summary>The shipment's number turned out to be taken; it got another.</summary>
/// <param name="Taken">The number that was taken.</param>
/// <param name="Instead">The number it got.</param>
[CloudEventType("supplychain.transfer.shipment-renumbered.v1")]
public sealed record TransferShipmentRenumbered(ShipmentId Taken, ShipmentId Instead);

/// <summary>The shipment knows which of its units are gone.</summary>
/// <param name="Shipment">The shipment.</param>
[CloudEventType("supplychain.transfer.shipment-told.v1")]
public sealed record TransferShipmentTold(ShipmentId Shipment);

/// <summary>The transfer's shipment was cancelled; its units are reserved still.</summary>
/// <param name="Shipment">The shipment.</param>
[CloudEventType("supplychain.transfer.shipment-cancelled.v1")]
public sealed record TransferShipmentCancelled(ShipmentId Shipment);

/// <summary>Goods left the source: they are in transit.</summary>
/// <param name="Shipment">The shipment they left with.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
/// <param name="Units">What left.</param>
[CloudEventType("supplychain.transfer.shipped.v1")]
public sealed record TransferShipped(ShipmentId Shipment, DateTimeOffset? OccurredAt, Items<EventIssuedUnits> Units);

/// <summary>Goods that were said to have left had not: the source has them again, in the shipment.</summary>
/// <param name="Shipment">The shipment.</param>
/// <param name="Returns">How often that has happened to this shipment, from 1.</param>
[CloudEventType("supplychain.transfer.shipment-returned.v1")]
public sealed record TransferShipmentReturned(ShipmentId Shipment, int Returns);

/// <summary>Goods arrived at the destination.</summary>
/// <param name="Receipt">The receipt's number within the transfer.</param>
/// <param name="Lines">What arrived.</param>
/// <param name="Short">What is missing of what was in transit, and not expected any more.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
[CloudEventType("supplychain.transfer.received.v1")]
public sealed record TransferReceived(
    ReceiptId Receipt, Items<EventTransferUnits> Lines, Items<EventTransferUnits> Short, DateTimeOffset? OccurredAt);

/// <summary>What arrived is on hand at the destination.</summary>
/// <param name="Receipt">The receipt's number within the transfer.</param>
[CloudEventType("supplychain.transfer.put-away.v1")]
public sealed record TransferPutAway(ReceiptId Receipt);

/// <summary>The transfer's shipments know that they have arrived.</summary>
/// <param name="Shipments">The shipments.</param>
[CloudEventType("supplychain.transfer.arrival-reported.v1")]
public sealed record TransferArrivalReported(Items<ShipmentId> Shipments);

/// <summary>What waited, what was reserved and what no shipment had taken will not go.</summary>
/// <param name="Reason">Why, as the caller said.</param>
[CloudEventType("supplychain.transfer.cancelled.v1")]
public sealed record TransferCancelled(string Reason);

/// <summary>A grant of a product's queue to a line of a transfer.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Attempt">The number of the grant's reservation.</param>
/// <param name="Quantity">Units granted.</param>
/// <param name="Taken">Units of these that the line takes; the rest goes back.</param>
public sealed record EventTransferGrant(int Line, int Attempt, long Quantity, long Taken);

/// <summary>Units of a line of a transfer that arrived, or that are missing.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Quantity">Units.</param>
public sealed record EventTransferUnits(int Line, long Quantity);
