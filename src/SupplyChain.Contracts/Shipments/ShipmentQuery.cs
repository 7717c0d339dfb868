using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>
/// Which shipments to list; what is null or empty does not filter. A single value and the values beside it are one
/// filter: a shipment passes when it fits any of them.
/// </summary>
/// <param name="Status">Shipments in that status.</param>
/// <param name="Order">Shipments of that order.</param>
/// <param name="Warehouse">Shipments from there.</param>
/// <param name="Statuses">Shipments in one of these.</param>
/// <param name="Orders">Shipments of one of these.</param>
/// <param name="Warehouses">Shipments from one of these.</param>
/// <param name="Open">Only shipments of which units are still to arrive; cancelled ones are none.</param>
/// <param name="Standings">Shipments that stand like one of these today.</param>
/// <param name="Text">Shipments whose number, tracking number or order contains the text.</param>
/// <param name="Carriers">Shipments of one of these carriers, as given.</param>
/// <param name="Modes">Shipments of one of these modes, as given.</param>
/// <param name="Customers">Shipments to one of these.</param>
/// <param name="Skus">Shipments made with one of these.</param>
/// <param name="PromisedFrom">Promised for that day or later.</param>
/// <param name="PromisedTo">Promised for a day before.</param>
/// <param name="DeliveredFrom">Arrived completely at or after.</param>
/// <param name="DeliveredTo">Arrived completely before.</param>
[GenerateSerializer, Immutable, Alias("shipment-query")]
public sealed record ShipmentQuery(
    [property: Id(0)] ShipmentStatus? Status = null,
    [property: Id(1)] OrderId? Order = null,
    [property: Id(2)] WarehouseId? Warehouse = null,
    [property: Id(3)] Items<ShipmentStatus> Statuses = default,
    [property: Id(4)] Items<OrderId> Orders = default,
    [property: Id(5)] Items<WarehouseId> Warehouses = default,
    [property: Id(6)] bool Open = false,
    [property: Id(7)] Items<ShipmentStanding> Standings = default,
    [property: Id(8)] string? Text = null,
    [property: Id(9)] Items<string> Carriers = default,
    [property: Id(10)] Items<string> Modes = default,
    [property: Id(11)] Items<CustomerId> Customers = default,
    [property: Id(12)] Items<Sku> Skus = default,
    [property: Id(13)] DateOnly? PromisedFrom = null,
    [property: Id(14)] DateOnly? PromisedTo = null,
    [property: Id(15)] DateTimeOffset? DeliveredFrom = null,
    [property: Id(16)] DateTimeOffset? DeliveredTo = null);
