using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Units of a line from one warehouse.</summary>
public sealed record Allocation(
    ReservationKey Key,
    Sku Sku,
    WarehouseId Warehouse,
    long Quantity,
    DateOnly? Arrival,
    AllocationReason Why,
    AllocationState State)
{
    /// <summary>The shipment it goes with, if any.</summary>
    public ShipmentId? Shipment { get; init; }

    /// <summary>The order line.</summary>
    public int Line => Key.Line;

    /// <summary>The stock item that holds it.</summary>
    public StockItemId StockItem => new(Sku, Warehouse);
}
