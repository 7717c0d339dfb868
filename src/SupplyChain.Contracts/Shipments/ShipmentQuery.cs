using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>Which shipments to list; what is null does not filter.</summary>
[GenerateSerializer, Immutable, Alias("shipment-query")]
public sealed record ShipmentQuery(
    [property: Id(0)] ShipmentStatus? Status = null,
    [property: Id(1)] OrderId? Order = null,
    [property: Id(2)] WarehouseId? Warehouse = null);
