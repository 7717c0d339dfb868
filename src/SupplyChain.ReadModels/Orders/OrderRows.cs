using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Everything the read tables keep of an order; empty before it was placed.</summary>
/// <param name="Header">Its row in the list of orders.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Holds">Reserved units that have not left, by warehouse and shipment.</param>
internal sealed record OrderRows(OrderHeader? Header, OrderLineRow[] Lines, OrderHold[] Holds)
{
    private static readonly OrderRows None = new(null, [], []);

    /// <summary>The rows of a state.</summary>
    public static OrderRows Of(Order order)
    {
        if (order.ShipTo is not { } shipTo)
        {
            return None;
        }
        var allocations = order.Allocations.ToLookup(allocation => allocation.Line);
        var skus = new HashSet<Sku>();
        var lines = order.Lines.Values
            .Select(line => OrderLineRow.Of(order, line, allocations[line.Line], skus.Add(line.Sku))).ToArray();
        var sortAt = order.PlacedAt ?? order.RecordedAt;
        var header = new OrderHeader(
            order.Number, order.Customer, order.PlacedAt, order.RecordedAt, sortAt, order.Status, order.Priority,
            order.RequestedBy, lines.Sum(line => line.Quantity - line.Cancelled), lines.Sum(line => line.Backordered),
            order.UsedWarehouses.Order().ToItems(), order.Version, order.FirstPromise, order.ReadyUnits,
            lines.Where(line => line.Open).Min(line => line.Scheduled),
            new(shipTo.Country, shipTo.Latitude, shipTo.Longitude, shipTo.Unlocode));
        return new(header, lines, OrderHold.Of(order));
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
    DateOnly? Due,
    ShipmentDestination ShipTo);

