using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>The shipments and the exceptions they raise.</summary>
internal sealed class ShipmentProjection(
    IJournal journal, ITableWriter tables, ExceptionTable exceptions, int cachedStates)
    : StreamProjection<Shipment, ShipmentEvent, (ShipmentSummary? Summary, InWarehouse? Picked)>(journal, cachedStates)
{
    private const string Rest = "mode, picked_at, picked_units, exception_kind, exception_since, version, "
        + "picked_lines, picked_skus, picked_expected";

    private readonly IRowWriter _insert = tables.Prepare(RowChange.Upsert(
        "shipments", "tenant, id",
        $"{Rest}, status, eta_at, eta, eta_reason, promise, number, warehouse, carrier, tracking_number"));

    // Apart from the row's other changes: an index is rewritten whenever a column of it is named.
    private readonly IRowWriter _updateStatus = tables.Prepare(RowChange.Update("shipments", "tenant, id", "status"));

    private readonly IRowWriter _updateArrival =
        tables.Prepare(RowChange.Update("shipments", "tenant, id", "eta_at, eta, eta_reason, promise"));

    private readonly IRowWriter _update = tables.Prepare(RowChange.Update("shipments", "tenant, id", Rest));

    /// <inheritdoc/>
    protected override (ShipmentSummary? Summary, InWarehouse? Picked) Derive(StreamId stream, Shipment state) =>
        (state.Summary(stream.Id), ShipmentCauses.Picked(state));

    /// <inheritdoc/>
    protected override void Write(
        StreamId stream, (ShipmentSummary? Summary, InWarehouse? Picked) before,
        (ShipmentSummary? Summary, InWarehouse? Picked) after)
    {
        if (after.Summary is not { } shipment)
        {
            return;
        }
        if (before.Summary is not { } known)
        {
            Arrival(Status(Row(_insert, stream, shipment, after.Picked), 12, shipment), 13, shipment)
                .Bind(17, shipment.Order.Value).Bind(18, shipment.Warehouse.Value).Bind(19, shipment.Carrier)
                .Bind(20, shipment.TrackingNumber).Run();
            return;
        }
        if (known.Status != shipment.Status)
        {
            Status(Key(_updateStatus, stream, shipment), 3, shipment).Run();
        }
        if (known.Eta != shipment.Eta || known.Promise != shipment.Promise)
        {
            Arrival(Key(_updateArrival, stream, shipment), 3, shipment).Run();
        }
        Row(_update, stream, shipment, after.Picked).Run();
    }

    private static IRowWriter Key(IRowWriter row, StreamId stream, ShipmentSummary shipment) =>
        row.Bind(1, stream.Tenant.Value).Bind(2, shipment.Id.Value);

    private static IRowWriter Row(IRowWriter row, StreamId stream, ShipmentSummary shipment, InWarehouse? picked) =>
        Key(row, stream, shipment).Bind(3, shipment.Mode)
            .Bind(4, picked is { } here ? JournalTime.ToMicroseconds(here.Since) : null)
            .Bind(5, picked?.WhileClosed.Units).Bind(6, shipment.Exception?.Kind).Bind(7, shipment.Exception?.Since)
            .Bind(8, shipment.Version).Bind(9, picked?.WhileClosed.About.LinesText)
            .Bind(10, picked?.WhileClosed.About.SkusText).Bind(11, picked?.WhileClosed.About.Expected);

    private static IRowWriter Status(IRowWriter row, int column, ShipmentSummary shipment) =>
        row.Bind(column, (long)shipment.Status);

    private static IRowWriter Arrival(IRowWriter row, int column, ShipmentSummary shipment) =>
        row.Bind(column, shipment.Eta.At)
            .Bind(column + 1, shipment.Eta.At is { } at ? JournalTime.ToMicroseconds(at) : null)
            .Bind(column + 2, shipment.Eta.Reason).Bind(column + 3, shipment.Promise);

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
