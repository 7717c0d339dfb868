using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Units of a line and the warehouse they come from, with the reason.</summary>
[GenerateSerializer, Immutable, Alias("allocation-details")]
public sealed record AllocationDetails(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] WarehouseId Warehouse,
    [property: Id(3)] long Quantity,
    [property: Id(4)] AllocationStatus Status,
    [property: Id(5)] ShipmentId? Shipment,
    [property: Id(6)] Why Why);
