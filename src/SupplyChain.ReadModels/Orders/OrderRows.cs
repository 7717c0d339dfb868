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
        var lines = new OrderLineRow[order.Lines.Count];
        var skus = new HashSet<Sku>(lines.Length);
        var (units, backordered, due) = (0L, 0L, default(DateOnly?));
        for (var i = 0; i < lines.Length; i++)
        {
            var line = order.Lines.Values[i];
            var row = lines[i] = OrderLineRow.Of(order, line, skus.Add(line.Sku));
            units += row.Quantity - row.Cancelled;
            backordered += row.Backordered;
            due = row.Open && !(row.Scheduled >= due) ? row.Scheduled ?? due : due;
        }
        var header = new OrderHeader(
            order.Number, order.Customer, order.PlacedAt, order.RecordedAt, order.PlacedAt ?? order.RecordedAt,
            order.Status, order.Priority, order.RequestedBy, units, backordered, Warehouses(order), order.Version,
            order.FirstPromise, order.ReadyUnits, due,
            new(shipTo.Country, shipTo.Latitude, shipTo.Longitude, shipTo.Unlocode));
        return new(header, lines, OrderHold.Of(order));
    }

    /// <summary>Those that serve it, sorted; most orders are served by one.</summary>
    private static Items<WarehouseId> Warehouses(Order order)
    {
        var used = new SortedSet<WarehouseId>();
        foreach (var allocation in order.Allocations.AsSpan())
        {
            used.Add(allocation.Warehouse);
        }
        return used.ToItems();
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

