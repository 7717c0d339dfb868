using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Everything the read tables keep of an order; empty before it was placed.</summary>
/// <param name="Header">Its row in the list of orders.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Holds">Reserved units that have not left, by warehouse and shipment.</param>
/// <param name="LineHolds">The same, by line and warehouse.</param>
internal sealed record OrderRows(
    OrderHeader? Header, OrderLineRow[] Lines, OrderHold[] Holds, LineHold[] LineHolds)
{
    private static readonly OrderRows None = new(null, [], [], []);

    /// <summary>The rows of a state.</summary>
    public static OrderRows Of(Order order)
    {
        if (order.ShipTo is not { } shipTo)
        {
            return None;
        }
        var allocations = order.Allocations.ToLookup(allocation => allocation.Line);
        var lines = order.Lines.Values.Select(line => OrderLineRow.Of(order, line, allocations[line.Line])).ToArray();
        var sortAt = order.PlacedAt ?? order.RecordedAt;
        var header = new OrderHeader(
            order.Number, order.Customer, order.PlacedAt, order.RecordedAt, sortAt, order.Status, order.Priority,
            order.RequestedBy, lines.Sum(line => line.Quantity - line.Cancelled), lines.Sum(line => line.Backordered),
            order.UsedWarehouses.Order().ToItems(), order.Version, order.FirstPromise, order.ReadyUnits,
            new(shipTo.Country, shipTo.Latitude, shipTo.Longitude, shipTo.Unlocode));
        var held = order.Allocations.Where(allocation => allocation.State == AllocationState.Held).ToArray();
        var holds = from allocation in held
                    group allocation.Quantity by (allocation.Warehouse, allocation.Shipment) into same
                    select new OrderHold(same.Key.Warehouse, same.Key.Shipment?.Value ?? "", same.Sum());
        var lineHolds = from allocation in held
                        group allocation.Quantity by (allocation.Line, allocation.Warehouse) into same
                        select new LineHold(
                            order.Lines[same.Key.Line].Sku, same.Key.Line, same.Key.Warehouse, same.Sum());
        return new(header, lines, holds.ToArray(), lineHolds.ToArray());
    }
}

/// <summary>An order in the list.</summary>
internal sealed record OrderHeader(
    OrderId Number,
    CustomerId Customer,
    DateTimeOffset? PlacedAt,
    DateTimeOffset RecordedAt,
    DateTimeOffset SortAt,
    OrderStatus Status,
    int Priority,
    DateOnly? RequestedBy,
    long Units,
    long Backordered,
    Items<WarehouseId> Warehouses,
    long Version,
    DateOnly? Promise,
    long Ready,
    ShipmentDestination ShipTo);

/// <summary>Reserved units of an order in a warehouse; the shipment is empty while they are in none.</summary>
internal sealed record OrderHold(WarehouseId Warehouse, string Shipment, long Units);

/// <summary>Reserved units of a line in a warehouse.</summary>
internal sealed record LineHold(Sku Sku, int Line, WarehouseId Warehouse, long Units);
