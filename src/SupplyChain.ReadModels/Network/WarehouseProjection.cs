using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Network;

/// <summary>The warehouses.</summary>
internal sealed class WarehouseProjection(IJournal journal, ITableWriter tables, int cachedStates)
    : StreamProjection<Warehouse, WarehouseEvent, (WarehouseDetails? Details, PastClosing? LastClosing)>(
        journal, cachedStates)
{
    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert("warehouses", "tenant, id", """
        name, latitude, longitude, country, unlocode, gln, region, time_zone, priority, closed_reason, closed_since,
        closed_at, resourced_lines, backordered_lines, last_closed_at, last_opened_at, version
        """));

    /// <inheritdoc/>
    protected override (WarehouseDetails? Details, PastClosing? LastClosing) Derive(StreamId stream, Warehouse state) =>
        (state.Details(stream.Id), state.LastClosing);

    /// <inheritdoc/>
    protected override void Write(
        StreamId stream, (WarehouseDetails? Details, PastClosing? LastClosing) before,
        (WarehouseDetails? Details, PastClosing? LastClosing) after)
    {
        if (after.Details is not { } warehouse)
        {
            return;
        }
        _upsert.Bind(1, stream.Tenant.Value).Bind(2, warehouse.Id.Value).Bind(3, warehouse.Name)
            .Bind(4, warehouse.Latitude).Bind(5, warehouse.Longitude).Bind(6, warehouse.Country)
            .Bind(7, warehouse.Unlocode).Bind(8, warehouse.Gln).Bind(9, warehouse.Region).Bind(10, warehouse.TimeZone)
            .Bind(11, warehouse.Priority).Bind(12, warehouse.ClosedReason).Bind(13, warehouse.ClosedSince)
            .Bind(14, Microseconds(warehouse.ClosedSince))
            .Bind(15, (long?)warehouse.Closing?.ResourcedLines).Bind(16, (long?)warehouse.Closing?.BackorderedLines)
            .Bind(17, Microseconds(after.LastClosing?.From)).Bind(18, Microseconds(after.LastClosing?.To))
            .Bind(19, warehouse.Version)
            .Run();
    }

    private static long? Microseconds(DateTimeOffset? at) => at is { } known ? JournalTime.ToMicroseconds(known) : null;
}
