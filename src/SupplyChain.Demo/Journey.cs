using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>The way of a shipment: through the warehouse, then with the carrier.</summary>
internal sealed class Journey(WarehouseFloor floor, Transport transport)
{
    /// <summary>What happens next; null when it has arrived, was cancelled or is none of the demo world's.</summary>
    /// <param name="shipment">The shipment with everything reported so far.</param>
    /// <param name="from">The present: what happened at an unknown time is counted from here.</param>
    public PlannedMilestone? Next(ShipmentDetails shipment, DateTimeOffset from)
    {
        if (shipment.Status is ShipmentStatus.Delivered or ShipmentStatus.Cancelled
            || shipment.Order is not { } order
            || OrderNumber.CustomerOf(order) is not { } customer
            || Warehouses.Find(shipment.Warehouse.Value) is not { } site)
        {
            return null;
        }
        var reported = shipment.Milestones.ToDictionary(
            milestone => milestone.Id.Value, milestone => milestone.OccurredAt ?? from);
        return floor.Next(shipment.Id, site, reported, from)
            ?? transport.Next(shipment, site, customer, reported);
    }
}
