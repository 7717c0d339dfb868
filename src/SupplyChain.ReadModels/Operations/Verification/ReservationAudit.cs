using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Operations.Verification;

/// <summary>
/// Every reservation belongs to exactly one open order line, and every line has what it says, unit for unit.
/// </summary>
internal sealed class ReservationAudit(Findings findings, JournalFold fold)
{
    /// <summary>Reservation ↔ order line, both directions.</summary>
    public const string Reservations = "reservations-match";

    private readonly StockAudit _stock = fold.Of<StockAudit>();
    private readonly FoldedStates<Order, OrderEvent> _orders = fold.Of<Order, OrderEvent>();
    private readonly FoldedStates<Backlog, BacklogEvent> _backlogs = fold.Of<Backlog, BacklogEvent>();

    /// <summary>Judges every reservation and every allocation.</summary>
    public void Conclude()
    {
        foreach (var (stream, item) in _stock.Items)
        {
            var id = StockItemId.Parse(stream.Id);
            foreach (var (key, units) in item.Reservations)
            {
                if (!IsWanted(stream.Tenant, id, key, units))
                {
                    findings.Unless(
                        Involved(stream.Tenant, id, key, null), Reservations, stream,
                        $"{units} units are reserved as {key}, and no open line says so.");
                }
            }
        }
        foreach (var (stream, order) in _orders.States)
        {
            foreach (var held in order.Allocations.Where(a => a.State == AllocationState.Held))
            {
                var units = Reserved(stream.Tenant, held);
                if (units != held.Quantity)
                {
                    findings.Unless(
                        Involved(stream.Tenant, held.StockItem, held.Key, held.Shipment), Reservations, stream,
                        $"Line {held.Line} has {held.Quantity} units of {held.StockItem} as {held.Key}, "
                        + $"reserved are {units}.");
                }
            }
        }
    }

    private long Reserved(TenantId tenant, Allocation held) =>
        _stock.Items.GetValueOrDefault(new(tenant, StockItem.Kind, held.StockItem.ToString()))
            ?.Reservations.GetValueOrDefault(held.Key) ?? 0;

    private bool IsWanted(TenantId tenant, StockItemId item, ReservationKey key, long units)
    {
        if (_orders.Find(tenant, key.Order.Value) is not { } order)
        {
            return false;
        }
        var own = order.Allocations.FirstOrDefault(a => a.Key == key);
        if (own is not null)
        {
            return own.StockItem == item && own.Quantity == units && own.State == AllocationState.Held;
        }
        var granted = key.Origin == ReservationOrigin.Backlog
            ? _backlogs.Find(tenant, item.Sku.Value)?.Unsettled.GetValueOrDefault(key.Attempt)
            : null;
        return granted is not null && order.Lines.ContainsKey(key.Line)
            && (granted.Order, granted.Line, granted.Warehouse, granted.Quantity)
                == (key.Order, key.Line, item.Warehouse, units);
    }

    /// <summary>The streams that may be at it.</summary>
    private StreamFacts?[] Involved(TenantId tenant, StockItemId item, ReservationKey key, ShipmentId? shipment)
    {
        shipment ??= _orders.Find(tenant, key.Order.Value)?.Allocations.FirstOrDefault(a => a.Key == key)?.Shipment;
        return
        [
            fold.Streams.Find(tenant, Order.Kind, key.Order.Value),
            fold.Streams.Find(tenant, StockItem.Kind, item.ToString()),
            fold.Streams.Find(tenant, Backlog.Kind, item.Sku.Value),
            shipment is { } id ? fold.Streams.Find(tenant, Shipment.Kind, id.Value) : null,
        ];
    }
}
