using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>The orders, their lines, what they hold, and the exceptions they raise.</summary>
internal sealed class OrderProjection(
    IJournal journal, ITableWriter tables, ExceptionTable exceptions, IBusinessClock business, int cachedStates)
    : StreamProjection<Order, OrderEvent, OrderRows>(journal, cachedStates)
{
    private readonly IRowWriter _insertWarehouse =
        tables.Prepare(RowChange.Insert("order_warehouses", "tenant, warehouse, sort_at, number"));

    private readonly IRowWriter _deleteWarehouse =
        tables.Prepare(RowChange.Delete("order_warehouses", "tenant, warehouse, sort_at, number"));

    private readonly IRowWriter _insertHold =
        tables.Prepare(RowChange.Insert("order_holds", "tenant, warehouse, number, shipment", "units, lines"));

    private readonly IRowWriter _changeHold =
        tables.Prepare(RowChange.Upsert("order_holds", "tenant, warehouse, number, shipment", "units, lines"));

    private readonly IRowWriter _deleteHold =
        tables.Prepare(RowChange.Delete("order_holds", "tenant, warehouse, number, shipment"));

    private readonly OrderTable _orders = new(tables);
    private readonly OrderLineTable _lines = new(tables);
    private readonly KpiTable _kpis = new(tables);

    /// <inheritdoc/>
    protected override OrderRows Derive(StreamId stream, Order state) => OrderRows.Of(state);

    /// <inheritdoc/>
    protected override void Note(in Change change, List<Action> notes)
    {
        var (row, before, after) = (change.Row, change.Before, change.After);
        exceptions.Note(row, OrderCauses.Of(before), OrderCauses.Of(after), notes);
        var today = Today(row, change.Event);
        if (OrderCauses.Late(before, today) is var (late, since) && OrderCauses.Late(after, today) is null)
        {
            exceptions.NoteEnded(row, since, today, late, notes);
        }
        foreach (var left in OrderCauses.Pinned(before))
        {
            if (OrderCauses.Pinned(after).All(pinned => pinned.Warehouse != left.Warehouse))
            {
                exceptions.NoteLeft(row, left, notes);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Write(StreamId stream, OrderRows before, OrderRows after)
    {
        if (after.Header is not { } order)
        {
            return;
        }
        var tenant = stream.Tenant.Value;
        _orders.Write(tenant, before.Header, order);
        WriteWarehouses(tenant, before.Header?.Warehouses ?? [], order);
        WriteHolds(tenant, before, after);
        _lines.Write(stream, order.SortAt, before.Lines, after.Lines);
    }

    /// <inheritdoc/>
    protected override void WriteTogether(
        IReadOnlyList<(StreamId Stream, OrderRows Before, OrderRows After)> touched) => _kpis.Write(touched);

    /// <summary>
    /// The day against which an event ended lateness: of a delivery its own, else when it was recorded; where the
    /// business lives in another time, never later than that.
    /// </summary>
    private DateOnly Today(JournaledEvent row, OrderEvent @event)
    {
        var at = @event is OrderEvent.Delivered { OccurredAt: { } arrived } ? arrived
            : row.RecordedAt < business.Now ? row.RecordedAt
            : business.Now;
        return DateOnly.FromDateTime(at.UtcDateTime);
    }

    private static IRowWriter Key(IRowWriter row, string tenant, string of, OrderHeader order) =>
        row.Bind(1, tenant).Bind(2, of).Bind(3, JournalTime.ToMicroseconds(order.SortAt))
            .Bind(4, order.Number.Value);

    private void WriteWarehouses(string tenant, Items<Network.WarehouseId> before, OrderHeader order)
    {
        if (before == order.Warehouses)
        {
            return;
        }
        foreach (var left in before.Except(order.Warehouses))
        {
            Key(_deleteWarehouse, tenant, left.Value, order).Run();
        }
        foreach (var used in order.Warehouses.Except(before))
        {
            Key(_insertWarehouse, tenant, used.Value, order).Run();
        }
    }

    private void WriteHolds(string tenant, OrderRows before, OrderRows after)
    {
        var number = after.Header!.Number.Value;
        foreach (var gone in before.Holds.ExceptBy(after.Holds.Select(Place), Place))
        {
            _deleteHold.Bind(1, tenant).Bind(2, gone.Warehouse.Value).Bind(3, number).Bind(4, gone.Shipment).Run();
        }
        var known = before.Holds.Select(Place).ToHashSet();
        foreach (var hold in after.Holds.Except(before.Holds))
        {
            var row = known.Contains(Place(hold)) ? _changeHold : _insertHold;
            row.Bind(1, tenant).Bind(2, hold.Warehouse.Value).Bind(3, number).Bind(4, hold.Shipment)
                .Bind(5, hold.Units).Bind(6, hold.Lines).Run();
        }
    }

    private static (Network.WarehouseId, string) Place(OrderHold hold) => (hold.Warehouse, hold.Shipment);
}
