using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>Releases what is allocated: a shipment per warehouse, with the mode and the carrier that suit it.</summary>
internal sealed class Dispatching(ProductCatalogue catalogue, Erp erp, Tracking tracking, DayBook dayBook)
{
    private const string Currency = "USD";

    /// <summary>Releases the free allocations of an order and follows the shipments made of them.</summary>
    public async Task ReleaseAsync(OrderDetails order, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var free = order.Allocations
            .Where(allocation => allocation is { Status: AllocationStatus.Reserved, Shipment: null })
            .ToArray();
        if (free.Length == 0 || OrderNumber.CustomerOf(order.Number) is not { } customer)
            return;
        var release = new ReleaseOrder(at, IsSplit(free) ? null : Shipments(order, free, customer, at));
        var reply = await erp.AskAsync(
            chain => chain.Orders.ReleaseAsync(order.Number, release, cancellationToken), cancellationToken);
        if (erp.Accepted(order.Number.Value, reply) is not { } released)
            return;
        foreach (var shipment in released.Shipments.Except(order.Shipments))
        {
            dayBook.Released();
            tracking.Follow(shipment, at);
        }
    }

    /// <summary>Shipments are named by their lines, so a line from two warehouses is left to the coordinator.</summary>
    private static bool IsSplit(AllocationDetails[] free) =>
        free.GroupBy(allocation => allocation.Line)
            .Any(line => line.Select(allocation => allocation.Warehouse).Distinct().Count() > 1);

    private Items<ReleaseShipment> Shipments(
        OrderDetails order, AllocationDetails[] free, Customer customer, DateTimeOffset at)
    {
        var hours = (int)(at - (order.PlacedAt ?? at)).TotalHours;
        return free.GroupBy(allocation => allocation.Warehouse)
            .OrderBy(goods => goods.Key)
            .Select((goods, index) => Shipment(
                OrderNumber.Shipment(order.Number, hours, index),
                goods.ToArray(),
                customer,
                DaysLeft(order, at)))
            .ToItems();
    }

    private static int? DaysLeft(OrderDetails order, DateTimeOffset at) =>
        order.RequestedBy is { } date ? date.DayNumber - DateOnly.FromDateTime(at.DateTime).DayNumber : null;

    private ReleaseShipment Shipment(ShipmentId id, AllocationDetails[] goods, Customer customer, int? daysLeft)
    {
        var lines = goods.Select(allocation => allocation.Line).Distinct().Order().ToItems();
        var weight = Math.Round(
            goods.Sum(allocation => allocation.Quantity * (catalogue.Find(allocation.Sku)?.UnitWeightKg ?? 0)), 1);
        if (Warehouses.Find(goods[0].Warehouse.Value) is not { } site)
            return new(id, lines, WeightKg: weight);
        var distance = GreatCircle.DistanceKm(site.Place.Point, customer.City.Point);
        var carrier = Carriers.Choose(id, distance, daysLeft);
        var freight = decimal.Round(TransportMode.For(carrier.Mode, distance).CostUsd(distance, weight), 2);
        return new(
            id, lines, carrier.Mode, carrier.Name, carrier.TrackingNumber(id), weight, new Money(freight, Currency));
    }
}
