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
[GenerateSerializer, Immutable, Alias("shipment-query")]
public sealed record ShipmentQuery(
    [property: Id(0)] ShipmentStatus? Status = null,
    [property: Id(1)] OrderId? Order = null,
    [property: Id(2)] WarehouseId? Warehouse = null,
    [property: Id(3)] Items<ShipmentStatus> Statuses = default,
    [property: Id(4)] Items<OrderId> Orders = default,
    [property: Id(5)] Items<WarehouseId> Warehouses = default);
