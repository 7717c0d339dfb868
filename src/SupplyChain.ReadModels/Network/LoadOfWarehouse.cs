using SupplyChain.Journal;
using SupplyChain.Shipments;
using SupplyChain.Tables;

namespace SupplyChain.Network;

/// <summary>Reads what a warehouse has to do, and what it did.</summary>
public static class LoadOfWarehouse
{
    private static readonly ShipmentStatus[] Inside =
        [ShipmentStatus.Planned, ShipmentStatus.Picked, ShipmentStatus.Packed];

    private static readonly string Stock = FormattableString.Invariant($"""
        SELECT
            (SELECT CAST(coalesce(sum(on_hand), 0) AS bigint) FROM stock WHERE tenant = ?1 AND warehouse = ?2),
            (SELECT CAST(coalesce(sum(reserved), 0) AS bigint) FROM stock WHERE tenant = ?1 AND warehouse = ?2),
            (SELECT CAST(coalesce(sum(lines), 0) AS bigint) FROM order_holds WHERE tenant = ?1 AND warehouse = ?2),
            (SELECT CAST(coalesce(sum(units), 0) AS bigint) FROM order_holds
                WHERE tenant = ?1 AND warehouse = ?2 AND shipment = ''),
            (SELECT count(*) FROM order_lines WHERE tenant = ?1 AND pinned = ?2 AND backordered > 0),
            (SELECT CAST(coalesce(sum(backordered), 0) AS bigint) FROM order_lines
                WHERE tenant = ?1 AND pinned = ?2 AND backordered > 0),
            (SELECT count(*) FROM shipments WHERE tenant = ?1 AND warehouse = ?2
                AND status IN ({(int)ShipmentStatus.Dispatched}, {(int)ShipmentStatus.InTransit},
                    {(int)ShipmentStatus.OutForDelivery}))
        """);

    private const string Waiting = """
        SELECT s.status, count(DISTINCT s.id), CAST(sum(h.units) AS bigint)
        FROM order_holds h JOIN shipments s ON s.tenant = h.tenant AND s.id = h.shipment
        WHERE h.tenant = ?1 AND h.warehouse = ?2 AND h.shipment <> '' GROUP BY s.status
        """;

    private const string Sent = """
        SELECT dispatched / 900000000, count(*), CAST(sum(units) AS bigint) FROM shipments
        WHERE tenant = ?1 AND warehouse = ?2 AND dispatched >= ?3 AND dispatched < ?4 GROUP BY 1 ORDER BY 1
        """;

    private const string ZoneOf = "SELECT time_zone FROM warehouses WHERE tenant = ?1 AND id = ?2";

    /// <summary>Every zone differs from UTC by whole quarters of an hour.</summary>
    private const int QuarterMinutes = 15;

    /// <summary>What a warehouse has to do, and what it did from one day to another.</summary>
    public static Task<WarehouseLoad> WarehouseLoadAsync(
        this IReadModels models, TenantId tenant, WarehouseId warehouse, (DateOnly From, DateOnly To) days,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, warehouse, days), cancellationToken);

    /// <summary>Both, of the days from one to another, these included, as they are at the warehouse.</summary>
    internal static WarehouseLoad Read(
        IReadSession session, TenantId tenant, WarehouseId warehouse, (DateOnly From, DateOnly To) days)
    {
        var waiting = session[Waiting].Bind(1, tenant.Value).Bind(2, warehouse.Value)
            .All(row => new WaitingShipments((ShipmentStatus)row.Int64(0), row.Int64(1), row.Int64(2)))
            .ToDictionary(some => some.Status);
        var shown = Inside.Select(status => waiting.GetValueOrDefault(status) ?? new(status, 0, 0)).ToItems();
        var zone = Zone(
            session[ZoneOf].Bind(1, tenant.Value).Bind(2, warehouse.Value).First(row => row.TextOrNull(0)));
        var sent = session[Sent].Bind(1, tenant.Value).Bind(2, warehouse.Value)
            .Bind(3, Begin(days.From, zone)).Bind(4, Begin(days.To.AddDays(1), zone))
            .All(row => (Day: Day(row.Int64(0), zone), Shipments: row.Int64(1), Units: row.Int64(2)))
            .GroupBy(some => some.Day)
            .Select(day => new SentUnits(day.Key, day.Sum(some => some.Shipments), day.Sum(some => some.Units)));
        return session[Stock].Bind(1, tenant.Value).Bind(2, warehouse.Value).First(row => new WarehouseLoad(
            warehouse, row.Int64(0), row.Int64(1), row.Int64(2), row.Int64(3), row.Int64(4), row.Int64(5),
            row.Int64(6), shown, sent.ToItems()))!;
    }

    private static TimeZoneInfo Zone(string? id) =>
        id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    private static DateOnly Day(long quarter, TimeZoneInfo zone) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(DateTimeOffset.UnixEpoch.AddMinutes(quarter * QuarterMinutes), zone).DateTime);

    private static long Begin(DateOnly day, TimeZoneInfo zone) =>
        JournalTime.ToMicroseconds(new DateTimeOffset(day, default, TimeSpan.Zero))
        - (zone.GetUtcOffset(day.ToDateTime(default)).Ticks / TimeSpan.TicksPerMicrosecond);
}
