using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>The orders, their lines, what they hold, and the exceptions they raise.</summary>
internal sealed class OrderProjection(
    IJournal journal, ITableWriter tables, ExceptionTable exceptions, IBusinessClock business, int cachedStates)
    : StreamProjection<Order, OrderEvent, OrderRows>(journal, cachedStates)
{
    private readonly IRowWriter _insert = tables.Prepare(RowChange.Upsert("orders", "tenant, number", """
        sort_at, customer, placed_at, accepted_at, status, priority, requested_by, units, backordered, warehouses,
        version, promise, ready, country, latitude, longitude, unlocode
        """));

    // Apart from the row's other changes: an index is rewritten whenever a column of it is named.
    private readonly IRowWriter _updateStatus = tables.Prepare(RowChange.Update("orders", "tenant, number", "status"));

    private readonly IRowWriter _update = tables.Prepare(RowChange.Update(
        "orders", "tenant, number", "units, warehouses, version, promise"));

    private readonly IRowWriter _updateOpen =
        tables.Prepare(RowChange.Update("orders", "tenant, number", "backordered, ready"));

    private readonly IRowWriter _updateWishes =
        tables.Prepare(RowChange.Update("orders", "tenant, number", "priority, requested_by"));

    private readonly IRowWriter _updateShipTo = tables.Prepare(RowChange.Update(
        "orders", "tenant, number", "country, latitude, longitude, unlocode"));

    private readonly IRowWriter _insertSku =
        tables.Prepare(RowChange.Upsert("order_skus", "tenant, sku, sort_at, number"));

    private readonly IRowWriter _insertWarehouse =
        tables.Prepare(RowChange.Upsert("order_warehouses", "tenant, warehouse, sort_at, number"));

    private readonly IRowWriter _deleteWarehouse =
        tables.Prepare(RowChange.Delete("order_warehouses", "tenant, warehouse, sort_at, number"));

    private readonly IRowWriter _upsertHold =
        tables.Prepare(RowChange.Upsert("order_holds", "tenant, warehouse, number, shipment", "units"));

    private readonly IRowWriter _deleteHold =
        tables.Prepare(RowChange.Delete("order_holds", "tenant, warehouse, number, shipment"));

    private readonly OrderLineTable _lines = new(tables);
    private readonly LineHoldTable _lineHolds = new(tables);
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
        foreach (var left in OrderCauses.Pinned(before).ExceptBy(
            OrderCauses.Pinned(after).Select(pinned => pinned.Warehouse), pinned => pinned.Warehouse))
        {
            exceptions.NoteLeft(row, left, notes);
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
        if (before.Header is not { } known)
        {
            Insert(tenant, order);
            foreach (var sku in after.Lines.Select(line => line.Sku).Distinct())
            {
                Key(_insertSku, tenant, sku.Value, order).Run();
            }
        }
        else
        {
            Update(tenant, known, order);
        }
        WriteWarehouses(tenant, before.Header?.Warehouses ?? [], order);
        WriteHolds(tenant, before, after);
        _lines.Write(stream, before.Lines, after.Lines);
        _lineHolds.Write(stream, before.LineHolds, after.LineHolds);
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

    private void Insert(string tenant, OrderHeader order) =>
        ShipTo(_insert, 16, order).Bind(1, tenant).Bind(2, order.Number.Value)
            .Bind(3, JournalTime.ToMicroseconds(order.SortAt)).Bind(4, order.Customer.Value).Bind(5, order.PlacedAt)
            .Bind(6, JournalTime.ToMicroseconds(order.RecordedAt)).Bind(7, (long)order.Status).Bind(8, order.Priority)
            .Bind(9, order.RequestedBy).Bind(10, order.Units).Bind(11, order.Backordered)
            .Bind(12, string.Join(' ', order.Warehouses)).Bind(13, order.Version).Bind(14, order.Promise)
            .Bind(15, order.Ready)
            .Run();

    private static IRowWriter ShipTo(IRowWriter row, int column, OrderHeader order) =>
        row.Bind(column, order.ShipTo.Country).Bind(column + 1, order.ShipTo.Latitude)
            .Bind(column + 2, order.ShipTo.Longitude).Bind(column + 3, order.ShipTo.Unlocode);

    private void Update(string tenant, OrderHeader known, OrderHeader order)
    {
        if (known.Status != order.Status)
        {
            _updateStatus.Bind(1, tenant).Bind(2, order.Number.Value).Bind(3, (long)order.Status).Run();
        }
        if (known.Priority != order.Priority || known.RequestedBy != order.RequestedBy)
        {
            _updateWishes.Bind(1, tenant).Bind(2, order.Number.Value).Bind(3, order.Priority)
                .Bind(4, order.RequestedBy).Run();
        }
        if (known.ShipTo != order.ShipTo)
        {
            ShipTo(_updateShipTo, 3, order).Bind(1, tenant).Bind(2, order.Number.Value).Run();
        }
        if (known.Backordered != order.Backordered || known.Ready != order.Ready)
        {
            _updateOpen.Bind(1, tenant).Bind(2, order.Number.Value).Bind(3, order.Backordered).Bind(4, order.Ready)
                .Run();
        }
        _update.Bind(1, tenant).Bind(2, order.Number.Value).Bind(3, order.Units)
            .Bind(4, string.Join(' ', order.Warehouses)).Bind(5, order.Version).Bind(6, order.Promise)
            .Run();
    }

    private void WriteWarehouses(string tenant, Items<Network.WarehouseId> before, OrderHeader order)
    {
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
        foreach (var hold in after.Holds.Except(before.Holds))
        {
            _upsertHold.Bind(1, tenant).Bind(2, hold.Warehouse.Value).Bind(3, number).Bind(4, hold.Shipment)
                .Bind(5, hold.Units).Run();
        }
    }

    private static (Network.WarehouseId, string) Place(OrderHold hold) => (hold.Warehouse, hold.Shipment);
}
