using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Journal.ReadModels;

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
        if (!order.Exists)
        {
            return None;
        }
        var allocations = order.Allocations.ToLookup(allocation => allocation.Line);
        var lines = order.Lines.Values.Select(line => OrderLineRow.Of(order, line, allocations[line.Line])).ToArray();
        var sortAt = order.PlacedAt ?? order.AcceptedAt;
        var header = new OrderHeader(
            order.Number, order.Customer, order.PlacedAt, order.AcceptedAt, sortAt, order.Status, order.Priority,
            order.RequestedBy, lines.Sum(line => line.Quantity - line.Cancelled), lines.Sum(line => line.Backordered),
            order.UsedWarehouses.Order().ToItems(), order.Version, order.FirstPromise, order.ReadyUnits);
        var holds = from allocation in order.Allocations
                    where allocation.State == AllocationState.Held
                    group allocation.Quantity by (allocation.Warehouse, allocation.Shipment) into held
                    select new OrderHold(held.Key.Warehouse, held.Key.Shipment?.Value ?? "", held.Sum());
        return new(header, lines, holds.ToArray());
    }
}

/// <summary>An order in the list.</summary>
internal sealed record OrderHeader(
    OrderId Number,
    CustomerId Customer,
    DateTimeOffset? PlacedAt,
    DateTimeOffset AcceptedAt,
    DateTimeOffset SortAt,
    OrderStatus Status,
    int Priority,
    DateOnly? RequestedBy,
    long Units,
    long Backordered,
    Items<WarehouseId> Warehouses,
    long Version,
    DateOnly? Promise,
    long Ready);

/// <summary>Reserved units of an order in a warehouse; the shipment is empty while they are in none.</summary>
internal sealed record OrderHold(WarehouseId Warehouse, string Shipment, long Units);
