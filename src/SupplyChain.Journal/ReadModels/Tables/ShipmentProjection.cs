using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>The shipments and the exceptions they raise.</summary>
internal sealed class ShipmentProjection(
    IJournal journal, ITableWriter tables, ExceptionTable exceptions, int cachedStates)
    : StreamProjection<Shipment, ShipmentEvent, (ShipmentSummary? Summary, bool WarehouseClosed)>(journal, cachedStates)
{
    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert(
        "shipments", "tenant, id",
        "status, warehouse_closed, exception_kind, exception_since, eta_at, eta_reason, promise, version",
        once: "number, warehouse, mode, carrier, tracking_number"));

    /// <inheritdoc/>
    protected override (ShipmentSummary? Summary, bool WarehouseClosed) Derive(StreamId stream, Shipment state) =>
        (state.Summary(stream.Id), state.WarehouseClosed);

    /// <inheritdoc/>
    protected override void Write(
        StreamId stream, (ShipmentSummary? Summary, bool WarehouseClosed) before,
        (ShipmentSummary? Summary, bool WarehouseClosed) after)
    {
        if (after.Summary is not { } shipment)
        {
            return;
        }
        _upsert.Bind(1, stream.Tenant.Value).Bind(2, shipment.Id.Value).Bind(3, shipment.Order.Value)
            .Bind(4, shipment.Warehouse.Value).Bind(5, shipment.Mode).Bind(6, shipment.Carrier)
            .Bind(7, shipment.TrackingNumber).Bind(8, (long)shipment.Status).Bind(9, after.WarehouseClosed)
            .Bind(10, shipment.Exception?.Kind).Bind(11, shipment.Exception?.Since).Bind(12, shipment.Eta.At)
            .Bind(13, shipment.Eta.Reason).Bind(14, shipment.Promise).Bind(15, shipment.Version)
            .Run();
    }

    /// <inheritdoc/>
    protected override void Note(in Change change, List<Action> notes) =>
        exceptions.Note(change.Row, ShipmentCauses.Of(change.Before), ShipmentCauses.Of(change.After), notes);
}
