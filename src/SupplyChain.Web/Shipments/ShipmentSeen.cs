using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>Everything the page of a shipment shows.</summary>
/// <param name="Shipment">The shipment.</param>
/// <param name="Order">The order it belongs to; null when it could not be read.</param>
/// <param name="From">Where it leaves; null when nobody made that warehouse known.</param>
/// <param name="Products">What its products are, by SKU.</param>
/// <param name="At">When it was read.</param>
public sealed record ShipmentSeen(
    ShipmentDetails Shipment,
    OrderDetails? Order,
    WarehouseDetails? From,
    IReadOnlyDictionary<string, string> Products,
    DateTimeOffset At)
{
    /// <summary>What people call the warehouse.</summary>
    public string Site => From?.Name ?? Shipment.Warehouse.Value;

    /// <summary>Whether it can still be cancelled and follows its order.</summary>
    public bool IsInWarehouse => Shipment.Status < ShipmentStatus.Dispatched;

    /// <summary>Whether units are still to arrive.</summary>
    public bool IsOpen => Shipment.Status != ShipmentStatus.Cancelled && !ShipmentLooks.IsThere(Shipment);
}
