using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Events;

/// <summary>Where an order goes, without name and address, which are personal.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, two capital letters.</param>
/// <param name="Latitude">Degrees, −90 to 90; null when not given.</param>
/// <param name="Longitude">Degrees, −180 to 180; null when not given.</param>
/// <param name="Unlocode">UN/LOCODE as given; null when not given.</param>
public sealed record EventShipTo(string Country, double? Latitude, double? Longitude, string? Unlocode);

/// <summary>A line as it was ordered.</summary>
/// <param name="Line">Its number, unique in the order.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="Warehouse">The only warehouse it may come from; null for any.</param>
/// <param name="RequestedBy">Requested delivery date of this line; null when it is the order's.</param>
/// <param name="Value">The line's value; null when not given.</param>
public sealed record EventOrderLine(
    int Line, Sku Sku, long Quantity, WarehouseId? Warehouse, DateOnly? RequestedBy, Money? Value);

/// <summary>What the customer of an order accepts.</summary>
/// <param name="ShipComplete">Only when every unit of every line can be reserved is any, and all ship together.</param>
/// <param name="AllowSplit">Whether one line's units may come from several warehouses.</param>
/// <param name="AllowBackorder">Whether units that are not there may wait.</param>
/// <param name="MaxShipments">The most shipments that the order may come in; null for no limit.</param>
public sealed record EventOrderPolicy(bool ShipComplete, bool AllowSplit, bool AllowBackorder, int? MaxShipments);

/// <summary>How a sourcing plan was found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventSourcingMethod>))]
public enum EventSourcingMethod
{
    /// <summary>No other plan is better by the goals.</summary>
    [JsonStringEnumMemberName("exact")] Exact = 1,

    /// <summary>A good plan; the problem was too large to prove it the best.</summary>
    [JsonStringEnumMemberName("greedy")] Greedy = 2,
}

/// <summary>Units that sourcing wants from a warehouse.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Attempt">The number of the attempt to reserve them, from 1.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Arrival">The day they would arrive; null when unknown.</param>
/// <param name="Why">Why this warehouse.</param>
public sealed record EventProposedUnits(
    int Line, int Attempt, Sku Sku, WarehouseId Warehouse, long Quantity, DateOnly? Arrival, EventWhy Why);

/// <summary>Units that a stock item has reserved.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Attempt">The number of the attempt, from 1.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">Where they are reserved.</param>
/// <param name="Quantity">Units.</param>
public sealed record EventAllocatedUnits(int Line, int Attempt, Sku Sku, WarehouseId Warehouse, long Quantity);

/// <summary>Units that wait, and where they could not come from.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">Units that wait.</param>
/// <param name="Rejections">The warehouses that could not supply them.</param>
public sealed record EventBackorderedUnits(int Line, Sku Sku, long Quantity, EventRejections Rejections);

/// <summary>A grant of a product's queue to an order line.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Attempt">The number of the grant's reservation.</param>
/// <param name="Warehouse">Where the units are reserved.</param>
/// <param name="Offered">Units granted.</param>
/// <param name="Taken">Units of these that the line takes; the rest goes back.</param>
/// <param name="Arrival">The day they would arrive; null when unknown.</param>
/// <param name="Why">Why this warehouse.</param>
public sealed record EventAcceptedGrant(
    int Line, int Attempt, WarehouseId Warehouse, long Offered, long Taken, DateOnly? Arrival, EventWhy Why);

/// <summary>A line after an amendment.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Quantity">Units ordered now, cancelled ones included.</param>
/// <param name="Cancelled">Units cancelled now.</param>
/// <param name="Undecided">Units that are to be sourced now.</param>
/// <param name="Backordered">Units that wait now.</param>
/// <param name="RequestedBy">Requested delivery date of this line; null when it is the order's.</param>
public sealed record EventAmendedLine(
    int Line, long Quantity, long Cancelled, long Undecided, long Backordered, DateOnly? RequestedBy);

/// <summary>Units of a line that were cancelled.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Units">Units cancelled.</param>
/// <param name="FromUndecided">Units of these that were to be sourced.</param>
/// <param name="FromBackordered">Units of these that waited.</param>
public sealed record EventCancelledUnits(int Line, long Units, long FromUndecided, long FromBackordered);

/// <summary>Units of a line that are not ordered after all.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Units">Units.</param>
public sealed record EventWithdrawnUnits(int Line, long Units);

/// <summary>A shipment made by a release.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Warehouse">Where it leaves from.</param>
/// <param name="Reservations">The reservations whose units it takes.</param>
/// <param name="Mode">Transport mode as given; null when not given.</param>
/// <param name="Carrier">The carrier; null when not given.</param>
/// <param name="TrackingNumber">The carrier's number; null when not given.</param>
/// <param name="WeightKg">Gross weight in kg; null when not given.</param>
/// <param name="Freight">What the transport costs; null when not given.</param>
public sealed record EventReleasedShipment(
    ShipmentId Id, WarehouseId Warehouse, Items<EventReservation> Reservations, string? Mode, string? Carrier,
    string? TrackingNumber, double? WeightKg, Money? Freight);

/// <summary>Goods of an order line in a shipment, and what became of them.</summary>
/// <param name="Line">The order line.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">Units the shipment carries.</param>
/// <param name="Delivered">Units that arrived well; deliveries add up.</param>
/// <param name="Damaged">Units that arrived damaged.</param>
/// <param name="Refused">Units that were refused.</param>
/// <param name="DeliveredAt">When the last of them arrived; null while units are missing, when unknown, and in
/// schema 1.</param>
public sealed record EventCarriedLine(
    int Line, Sku Sku, long Quantity, long Delivered, long Damaged, long Refused, DateTimeOffset? DeliveredAt);
