using SupplyChain.Network;

namespace SupplyChain.Journal.ReadModels.Tables;

/// <summary>The warehouses.</summary>
internal sealed class WarehouseProjection(IJournal journal, ITableWriter tables, int cachedStates)
    : StreamProjection<Warehouse, WarehouseEvent, WarehouseDetails?>(journal, cachedStates)
{
    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert("warehouses", "tenant, id", """
        name, latitude, longitude, country, unlocode, gln, region, time_zone, priority, closed_reason, closed_since,
        closed_at, resourced_lines, backordered_lines, version
        """));

    /// <inheritdoc/>
    protected override WarehouseDetails? Derive(StreamId stream, Warehouse state) => state.Details(stream.Id);

    /// <inheritdoc/>
    protected override void Write(StreamId stream, WarehouseDetails? before, WarehouseDetails? after)
    {
        if (after is null)
        {
            return;
        }
        _upsert.Bind(1, stream.Tenant.Value).Bind(2, after.Id.Value).Bind(3, after.Name).Bind(4, after.Latitude)
            .Bind(5, after.Longitude).Bind(6, after.Country).Bind(7, after.Unlocode).Bind(8, after.Gln)
            .Bind(9, after.Region).Bind(10, after.TimeZone).Bind(11, after.Priority)
            .Bind(12, after.ClosedReason).Bind(13, after.ClosedSince)
            .Bind(14, after.ClosedSince is { } since ? JournalTime.ToMicroseconds(since) : null)
            .Bind(15, (long?)after.Closing?.ResourcedLines).Bind(16, (long?)after.Closing?.BackorderedLines)
            .Bind(17, after.Version)
            .Run();
    }
}
