using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Units sourcing wants from a warehouse.</summary>
public sealed record ProposedUnits(
    int Line, int Attempt, Sku Sku, WarehouseId Warehouse, long Quantity, DateOnly? Arrival, AllocationReason Why);

/// <summary>Units a stock item has reserved.</summary>
public sealed record AllocatedUnits(int Line, int Attempt, Sku Sku, WarehouseId Warehouse, long Quantity);

/// <summary>Units that wait, and where they could not come from.</summary>
public sealed record BackorderedUnits(int Line, Sku Sku, long Quantity, RejectedWarehouses Rejections);

/// <summary>The last message about a line that its backlog has taken.</summary>
public sealed record QueueTicket(int Line, int Ticket);

/// <summary>A grant of the backlog: how much was offered and how much of it taken.</summary>
public sealed record AcceptedGrant(
    int Line, int Attempt, WarehouseId Warehouse, long Offered, long Taken, DateOnly? Arrival, AllocationReason Why);

/// <summary>A line after an amendment.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Quantity">Units ordered now, cancelled ones included.</param>
/// <param name="Cancelled">Units cancelled now.</param>
/// <param name="Undecided">Units to be sourced now.</param>
/// <param name="Backordered">Units waiting now.</param>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted.</param>
public sealed record AmendedLine(
    int Line, long Quantity, long Cancelled, long Undecided, long Backordered, DateOnly? RequestedBy);

/// <summary>How many units of an allocation stay.</summary>
public sealed record KeptUnits(ReservationKey Key, long Keep);

/// <summary>Units of a line that were cancelled, and which of its waiting or undecided units that took.</summary>
public sealed record CancelledUnits(int Line, long Units, long FromUndecided, long FromBackordered);

/// <summary>Units of a line that are not ordered after all.</summary>
public sealed record WithdrawnUnits(int Line, long Units);

/// <summary>A shipment made by a release.</summary>
public sealed record ReleasedShipment(
    ShipmentId Id,
    WarehouseId Warehouse,
    Items<ReservationKey> Reservations,
    string? Mode,
    string? Carrier,
    string? TrackingNumber,
    double? WeightKg,
    Money? Freight);
