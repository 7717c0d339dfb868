using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Events;

/// <summary>
/// On hand of a stock item changed because of a document. Receipts, adjustments and shipments have types of their own.
/// </summary>
/// <param name="Document">What moved the units.</param>
/// <param name="Delta">Units by which on hand changed; negative when they left.</param>
/// <param name="Reason">Why; null where the document gives no reason.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
/// <param name="After">The level after it; null in events of release 0.1.</param>
/// <param name="Consumed">Reserved units that left with it; null when it takes none.</param>
/// <param name="Restored">Units that are reserved again, as before they left; null when there are none.</param>
[CloudEventType("supplychain.stock.moved.v1")]
public sealed record StockMoved(
    EventDocument Document, long Delta, string? Reason, DateTimeOffset? OccurredAt, EventLevel? After,
    Items<EventIssuedUnits>? Consumed, Items<EventIssuedUnits>? Restored);

/// <summary>Units arrived with a receipt.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="LineIndex">Its line, from 0.</param>
/// <param name="Quantity">Units.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
[CloudEventType("supplychain.stock.received.v1")]
public sealed record StockReceived(ReceiptId Receipt, int? LineIndex, long Quantity, DateTimeOffset? OccurredAt);

/// <summary>On hand was corrected by an adjustment.</summary>
/// <param name="Adjustment">The adjustment.</param>
/// <param name="Delta">Units by which on hand was corrected, negative or positive.</param>
/// <param name="Reason">Why; null where none was kept.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
[CloudEventType("supplychain.stock.adjusted.v1")]
public sealed record StockAdjusted(AdjustmentId Adjustment, long Delta, string? Reason, DateTimeOffset? OccurredAt);

/// <summary>Goods left with a shipment: on hand and reserved fell together.</summary>
/// <param name="Shipment">The shipment.</param>
/// <param name="Lines">What left.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
[CloudEventType("supplychain.stock.issued.v1")]
public sealed record StockIssued(ShipmentId Shipment, Items<EventIssuedUnits> Lines, DateTimeOffset? OccurredAt);

/// <summary>Goods that had been issued never left; they are on hand and reserved again.</summary>
/// <param name="Shipment">The shipment.</param>
/// <param name="Lines">What came back.</param>
[CloudEventType("supplychain.stock.issue-reversed.v1")]
public sealed record StockIssueReversed(ShipmentId Shipment, Items<EventIssuedUnits> Lines);

/// <summary>Units were reserved for a demand.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="Since">When its owner was first accepted.</param>
/// <param name="After">The level after it; null in events of release 0.1.</param>
[CloudEventType("supplychain.stock.reserved.v1")]
public sealed record StockReserved(
    EventReservation Key, long Quantity, int Priority, DateTimeOffset Since, EventLevel? After);

/// <summary>A reservation was released, wholly or in part.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="Quantity">Units released.</param>
/// <param name="Kept">Units it still has.</param>
/// <param name="After">The level after it; null in events of release 0.1.</param>
[CloudEventType("supplychain.stock.reservation-reduced.v1")]
public sealed record StockReservationReduced(EventReservation Key, long Quantity, long Kept, EventLevel? After);

/// <summary>Reality took reserved units away.</summary>
/// <param name="Dropped">What each reservation lost.</param>
/// <param name="After">The level after it; null in events of release 0.1.</param>
[CloudEventType("supplychain.stock.reservations-dropped.v1")]
public sealed record StockReservationsDropped(Items<EventReservationLoss> Dropped, EventLevel? After);

/// <summary>The owners have heard that their reservations were dropped.</summary>
/// <param name="Keys">Those reservations.</param>
[CloudEventType("supplychain.stock.drops-confirmed.v1")]
public sealed record StockDropsConfirmed(Items<EventReservation> Keys);

/// <summary>Lines wait for the product: only its queue gives units away. Written by release 0.1.</summary>
[CloudEventType("supplychain.stock.rationed.v1")]
public sealed record StockRationed;

/// <summary>No line waits any more. Written by release 0.1.</summary>
[CloudEventType("supplychain.stock.rationing-ended.v1")]
public sealed record StockRationingEnded;

/// <summary>The level of a stock item after an event.</summary>
/// <param name="OnHand">Units in the warehouse.</param>
/// <param name="Reserved">Units of them that are reserved.</param>
public sealed record EventLevel(long OnHand, long Reserved);

/// <summary>The document behind a movement of stock.</summary>
/// <param name="Kind">Its kind, such as <c>transfer</c>.</param>
/// <param name="Id">Its number.</param>
/// <param name="Line">Its line, from 0; null when it has no lines or moves them together.</param>
public sealed record EventDocument(string Kind, string Id, int? Line);

/// <summary>A goods receipt was recorded.</summary>
/// <param name="Warehouse">Where goods arrived.</param>
/// <param name="Lines">What arrived.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
[CloudEventType("supplychain.receipt.recorded.v1")]
public sealed record ReceiptRecorded(
    WarehouseId Warehouse, Items<EventUnits> Lines, DateTimeOffset? OccurredAt);

/// <summary>Every line of a receipt is in stock, and lines that waited for it were served.</summary>
[CloudEventType("supplychain.receipt.posted.v1")]
public sealed record ReceiptPosted;

/// <summary>Units of a product.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">Units, at least 1.</param>
public sealed record EventUnits(Sku Sku, long Quantity);

/// <summary>An adjustment was recorded: on hand is to be corrected.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Sku">The product.</param>
/// <param name="Delta">Units by which on hand is to change, negative or positive.</param>
/// <param name="Reason">Why, as the caller said.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
[CloudEventType("supplychain.adjustment.recorded.v1")]
public sealed record AdjustmentRecorded(
    WarehouseId Warehouse, Sku Sku, long Delta, string Reason, DateTimeOffset? OccurredAt);

/// <summary>The stock item took the adjustment.</summary>
[CloudEventType("supplychain.adjustment.posted.v1")]
public sealed record AdjustmentPosted;

/// <summary>The stock item refused the adjustment: its number is free again.</summary>
/// <param name="Message">Why, for people.</param>
[CloudEventType("supplychain.adjustment.withdrawn.v1")]
public sealed record AdjustmentWithdrawn(string Message);
