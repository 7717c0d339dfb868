using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Events;

/// <summary>A reservation within a stock item: for which demand, and which attempt at it.</summary>
/// <param name="Owner">Who owns the demand: an order's number, or <c>transfer/</c> and a transfer's.</param>
/// <param name="Line">The number of the owner's line.</param>
/// <param name="Origin">Who numbers the attempts.</param>
/// <param name="Attempt">The attempt's number, from 1.</param>
public sealed record EventReservation(
    [property: JsonPropertyName("order")] DemandOwner Owner, int Line, EventReservationOrigin Origin, int Attempt);

/// <summary>Who numbers the attempts of a reservation.</summary>
public enum EventReservationOrigin
{
    /// <summary>The owner of the demand: an order or a transfer.</summary>
    [JsonStringEnumMemberName("Order")] Owner = 1,

    /// <summary>The queue of the product, for a waiting line.</summary>
    Backlog = 2,
}

/// <summary>Units that a reservation lost because on hand fell below reserved.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="Quantity">Units it lost.</param>
/// <param name="Kept">Units it still has.</param>
public sealed record EventReservationLoss(EventReservation Key, long Quantity, long Kept);

/// <summary>How many units of a reservation stay.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="Keep">Units that stay; 0 when it ends.</param>
public sealed record EventKeptUnits(EventReservation Key, long Keep);

/// <summary>Units of a reservation that left with a shipment, or came back from it.</summary>
/// <param name="Reservation">The reservation they were held under.</param>
/// <param name="Quantity">Units.</param>
public sealed record EventIssuedUnits(EventReservation Reservation, long Quantity);

/// <summary>A stock item: one product in one warehouse.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse.</param>
public sealed record EventStockItem(Sku Sku, WarehouseId Warehouse);

/// <summary>The last message about a line that the queue of its product has taken.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Ticket">The number of that message, which rises within the line.</param>
public sealed record EventQueueTicket(int Line, int Ticket);

/// <summary>When an order line is wanted.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Scheduled">The date that lateness counts against; null when none.</param>
public sealed record EventLineSchedule(int Line, DateOnly? Scheduled);

/// <summary>Why units come from a warehouse.</summary>
/// <param name="Rule">The goal that decided for this warehouse against the best rejected one.</param>
/// <param name="Rejected">The nearest misses by name, at most 12, the nearest first.</param>
/// <param name="Others">How many further warehouses were rejected, per reason.</param>
/// <param name="Equal">
/// How many warehouses, the chosen one included, were still equal after each goal before the one that decided; null
/// where no goals were compared, and in events of release 0.1.
/// </param>
/// <param name="Figures">What the chosen one could do; null where no goals were compared, and in release 0.1.</param>
public sealed record EventWhy(
    SourcingRule Rule, Items<EventRejectedWarehouse> Rejected,
    ImmutableSortedDictionary<RejectionReason, int> Others, Items<int>? Equal, EventWarehouseFigures? Figures);

/// <summary>The warehouses that were not chosen: the nearest misses by name, all others counted.</summary>
/// <param name="Rejected">The nearest misses by name, at most 12, the nearest first.</param>
/// <param name="Others">How many further warehouses were rejected, per reason.</param>
public sealed record EventRejections(
    Items<EventRejectedWarehouse> Rejected, ImmutableSortedDictionary<RejectionReason, int> Others);

/// <summary>A warehouse that was considered for a line and not chosen.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Reason">Why it was not chosen.</param>
/// <param name="LostAt">The goal at which it lost, of the 3 nearest misses; null for others.</param>
/// <param name="Figures">What it could have done, of the 3 nearest misses; null for others.</param>
public sealed record EventRejectedWarehouse(
    WarehouseId Warehouse, RejectionReason Reason, SourcingRule? LostAt, EventWarehouseFigures? Figures);

/// <summary>What a warehouse could do for the units of an allocation when it was decided.</summary>
/// <param name="Available">Units it could give away.</param>
/// <param name="Band">Its priority band, 1 (first) to 9.</param>
/// <param name="DistanceKm">Great circle to the ship-to in km; null when one of the places is not known.</param>
/// <param name="Arrival">The day the units would arrive; null when one of the places is not known.</param>
/// <param name="CostUsd">
/// What their transport would cost in US dollars; null when their weight or one of the places is not known.
/// </param>
public sealed record EventWarehouseFigures(
    long Available, int Band, int? DistanceKm, DateOnly? Arrival, decimal? CostUsd);
