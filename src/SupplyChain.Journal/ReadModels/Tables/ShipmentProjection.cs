using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>The shipments and the exceptions they raise.</summary>
internal sealed class ShipmentProjection(
    IJournal journal, ITableWriter tables, ExceptionTable exceptions, int cachedStates)
    : StreamProjection<Shipment, ShipmentEvent, (ShipmentSummary? Summary, InWarehouse? Picked)>(journal, cachedStates)
{
    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert(
        "shipments", "tenant, id",
        "mode, status, picked_at, picked_units, exception_kind, exception_since, eta_at, eta_reason, promise, version, "
        + "eta",
        once: "number, warehouse, carrier, tracking_number"));

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
        _upsert.Bind(1, stream.Tenant.Value).Bind(2, shipment.Id.Value).Bind(3, shipment.Order.Value)
            .Bind(4, shipment.Warehouse.Value).Bind(5, shipment.Carrier).Bind(6, shipment.TrackingNumber)
            .Bind(7, shipment.Mode).Bind(8, (long)shipment.Status)
            .Bind(9, after.Picked is { } picked ? JournalTime.ToMicroseconds(picked.Since) : null)
            .Bind(10, after.Picked?.WhileClosed.Units)
            .Bind(11, shipment.Exception?.Kind).Bind(12, shipment.Exception?.Since).Bind(13, shipment.Eta.At)
            .Bind(14, shipment.Eta.Reason).Bind(15, shipment.Promise).Bind(16, shipment.Version)
            .Bind(17, shipment.Eta.At is { } eta ? JournalTime.ToMicroseconds(eta) : null)
            .Run();
    }

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
