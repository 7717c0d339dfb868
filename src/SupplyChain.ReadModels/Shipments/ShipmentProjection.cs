using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Shipments;

/// <summary>The shipments and the exceptions they raise.</summary>
internal sealed class ShipmentProjection(
    IJournal journal, ITableWriter tables, ExceptionTable exceptions, int cachedStates)
    : StreamProjection<Shipment, ShipmentEvent, ShipmentRow?>(journal, cachedStates)
{
    private const string Arrives = "eta_at, eta, eta_reason, promise, standing, late_after";

    private const string Rest = """
        mode, picked_at, picked_units, exception_kind, exception_since, version, units, dispatched_at, dispatched,
        report_kind, report_at, report, report_learned, report_location, picked_lines, picked_skus, picked_expected
        """;

    private readonly IRowWriter _insert = tables.Prepare(RowChange.Upsert(
        "shipments", "tenant, id", $"{Rest}, status, open, {Arrives}, number, warehouse, carrier, tracking_number"));

    private readonly IRowWriter _insertSku = tables.Prepare(RowChange.Upsert("shipment_skus", "tenant, sku, id"));

    // Apart from the row's other changes: an index is rewritten whenever a column of it is named.
    private readonly IRowWriter _updateStatus =
        tables.Prepare(RowChange.Update("shipments", "tenant, id", "status, open"));

    private readonly IRowWriter _updateArrival = tables.Prepare(RowChange.Update("shipments", "tenant, id", Arrives));

    private readonly IRowWriter _update = tables.Prepare(RowChange.Update("shipments", "tenant, id", Rest));

    /// <inheritdoc/>
    protected override ShipmentRow? Derive(StreamId stream, Shipment state) => ShipmentRow.Of(stream.Id, state);

    /// <inheritdoc/>
    protected override void Write(StreamId stream, ShipmentRow? before, ShipmentRow? after)
    {
        if (after is null)
        {
            return;
        }
        if (before is null)
        {
            Insert(stream, after);
            return;
        }
        if (before.Summary.Status != after.Summary.Status || before.IsOpen != after.IsOpen)
        {
            Status(Key(_updateStatus, stream), 3, after).Run();
        }
        if (Arrival(before) != Arrival(after))
        {
            Arrival(Key(_updateArrival, stream), 3, after).Run();
        }
        Row(_update, stream, after).Run();
    }

    private void Insert(StreamId stream, ShipmentRow row)
    {
        var shipment = row.Summary;
        Arrival(Status(Row(_insert, stream, row), 20, row), 22, row)
            .Bind(28, shipment.Owner.Text).Bind(29, shipment.Warehouse.Value).Bind(30, shipment.Carrier)
            .Bind(31, shipment.TrackingNumber).Run();
        foreach (var sku in row.Skus)
        {
            _insertSku.Bind(1, stream.Tenant.Value).Bind(2, sku.Value).Bind(3, stream.Id).Run();
        }
    }

    private static IRowWriter Key(IRowWriter row, StreamId stream) =>
        row.Bind(1, stream.Tenant.Value).Bind(2, stream.Id);

    private static IRowWriter Row(IRowWriter row, StreamId stream, ShipmentRow after)
    {
        var (shipment, picked) = (after.Summary, after.Picked);
        return Report(Key(row, stream), 12, shipment.LastReport).Bind(3, shipment.Mode)
            .Bind(4, picked is { } here ? JournalTime.ToMicroseconds(here.Since) : null)
            .Bind(5, picked?.WhileClosed.Units).Bind(6, shipment.Exception?.Kind).Bind(7, shipment.Exception?.Since)
            .Bind(8, shipment.Version).Bind(9, shipment.Units).Bind(10, shipment.DispatchedAt)
            .Bind(11, Sortable(shipment.DispatchedAt)).Bind(17, picked?.WhileClosed.About.LinesText)
            .Bind(18, picked?.WhileClosed.About.SkusText).Bind(19, picked?.WhileClosed.About.Expected);
    }

    private static IRowWriter Report(IRowWriter row, int column, ShipmentReport? report) =>
        row.Bind(column, (long?)report?.Kind).Bind(column + 1, report?.At).Bind(column + 2, Sortable(report?.At))
            .Bind(column + 3, report?.RecordedAt).Bind(column + 4, report?.Location);

    private static IRowWriter Status(IRowWriter row, int column, ShipmentRow after) =>
        row.Bind(column, (long)after.Summary.Status).Bind(column + 1, after.IsOpen);

    private static (Eta, DateOnly?, ShipmentStanding?, DateOnly?) Arrival(ShipmentRow row) =>
        (row.Summary.Eta, row.Summary.Promise, row.Summary.Standing, row.LateAfter);

    private static IRowWriter Arrival(IRowWriter row, int column, ShipmentRow after)
    {
        var (eta, promise, standing, lateAfter) = Arrival(after);
        return row.Bind(column, eta.At).Bind(column + 1, Sortable(eta.At)).Bind(column + 2, eta.Reason)
            .Bind(column + 3, promise).Bind(column + 4, (long?)standing).Bind(column + 5, lateAfter);
    }

    private static long? Sortable(DateTimeOffset? instant) =>
        instant is { } at ? JournalTime.ToMicroseconds(at) : null;

    /// <inheritdoc/>
    protected override void Note(in Change change, List<Action> notes)
    {
        exceptions.Note(change.Row, ShipmentCauses.Of(change.Before), ShipmentCauses.Of(change.After), notes);
        if (ShipmentCauses.Picked(change.Before) is { } left && ShipmentCauses.Picked(change.After) is null)
        {
            exceptions.NoteLeft(change.Row, left, notes);
        }
    }
}
