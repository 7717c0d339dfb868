using SupplyChain.Journal;
using SupplyChain.Orders;
using SupplyChain.Tables;

namespace SupplyChain.Shipments;

/// <summary>Reads the list of shipments. What their orders know of them stands in the list of orders.</summary>
public static class ShipmentList
{
    private const string Name = "shipments";

    /// <summary>Shipments by number. <paramref name="today"/> decides what is late.</summary>
    public static Task<Page<ShipmentSummary>> ShipmentsAsync(
        this IReadModels models, TenantId tenant, ShipmentQuery query, PageQuery page, DateOnly today,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, query, page, today), cancellationToken);

    /// <summary>How many shipments such a list has. <paramref name="today"/> decides what is late.</summary>
    public static Task<ShipmentCounts> CountShipmentsAsync(
        this IReadModels models, TenantId tenant, ShipmentQuery query, DateOnly today,
        CancellationToken cancellationToken = default) =>
        models.AskAsync(session => ShipmentFilters.Count(session, tenant, query, today), cancellationToken);

    /// <summary>One page, by number unless another order is asked for.</summary>
    internal static Page<ShipmentSummary> Read(
        IReadSession session, TenantId tenant, ShipmentQuery query, PageQuery page, DateOnly today)
    {
        var all = ShipmentFilters.Leading(query);
        var columns = Columns(today);
        if (page.Sort is not null)
        {
            return Sorted(today).Read(
                session, page, (columns, query != new ShipmentQuery()), some => Select(some, all), Summary);
        }
        var after = Cursor.Read(Name, page.After, 1)?[0];
        var rows = ReadQuery.First(
            page.Size() + 1, "d.id",
            Filter.Ways(all).Select(way => Select(columns, way).And("d.id > ?", after))).All(session, Summary);
        return Pages.Of(page, rows, shipment => Cursor.Write(Name, shipment.Id.Value));

        ReadQuery Select(string some, Filter[] leading) => ShipmentFilters.Select(
            $"{some} {ShipmentFilters.From(session.Dialect, query, leading)} "
            + "LEFT JOIN orders o ON o.tenant = d.tenant AND o.number = d.number",
            session.Dialect, tenant, (query, leading), today);
    }

    private static string Columns(DateOnly today) => $"""
        SELECT d.id, d.number, d.warehouse, d.mode, d.carrier, d.tracking_number, d.status, d.exception_kind,
            d.exception_since, d.eta_at, d.eta_reason, d.promise, d.version, d.units, o.customer, o.country,
            o.latitude, o.longitude, o.unlocode, d.dispatched_at, d.report_kind, d.report_at, d.report_learned,
            d.report_location, {ShipmentFilters.Standing(today)} AS stands
        """;

    private static SortedList<ShipmentSummary> Sorted(DateOnly today) => new(
        Name, ["id"],
        SortKey<ShipmentSummary>.Text("id", "d.id", shipment => shipment.Id.Value) with { Indexed = true },
        SortKey<ShipmentSummary>.Text("order", "d.number", shipment => shipment.Owner.Text) with { Indexed = true },
        SortKey<ShipmentSummary>.Text("warehouse", "d.warehouse", shipment => shipment.Warehouse.Value) with
        {
            Indexed = true,
        },
        SortKey<ShipmentSummary>.Text("mode", "d.mode", shipment => shipment.Mode),
        MaybeText("carrier", "d.carrier", shipment => shipment.Carrier),
        MaybeText("trackingNumber", "d.tracking_number", shipment => shipment.TrackingNumber),
        SortKey<ShipmentSummary>.Number("status", "d.status", shipment => (long)shipment.Status) with
        {
            Indexed = true,
            FewValues = true,
        },
        MaybeText("exception", "d.exception_kind", shipment => shipment.Exception?.Kind),
        SortKey<ShipmentSummary>.NumberOrMissing("eta", "d.eta", shipment => Sortable(shipment.Eta.At)),
        SortKey<ShipmentSummary>.NumberOrMissing("promise", "d.promise", shipment => shipment.Promise?.DayNumber),
        SortKey<ShipmentSummary>.Number("version", "d.version", shipment => shipment.Version),
        SortKey<ShipmentSummary>.Number("units", "d.units", shipment => shipment.Units),
        MaybeText("customer", "o.customer", shipment => shipment.Customer?.Value),
        MaybeNumber("dispatchedAt", "d.dispatched", shipment => Sortable(shipment.DispatchedAt)),
        MaybeNumber("lastReport", "d.report", shipment => Sortable(shipment.LastReport?.At)),
        MaybeNumber("standing", ShipmentFilters.Standing(today), shipment => (long?)shipment.Standing));

    private static SortKey<ShipmentSummary> MaybeText(string field, string sql, Func<ShipmentSummary, string?> value) =>
        SortKey<ShipmentSummary>.Text(field, sql, value) with { MayBeNull = true };

    private static SortKey<ShipmentSummary> MaybeNumber(string field, string sql, Func<ShipmentSummary, long?> value) =>
        SortKey<ShipmentSummary>.Number(field, sql, value) with { MayBeNull = true };

    private static long? Sortable(DateTimeOffset? instant) =>
        instant is { } at ? JournalTime.ToMicroseconds(at) : null;

    private static ShipmentSummary Summary(IRow row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.TextOrNull(4), row.TextOrNull(5),
        (ShipmentStatus)row.Int64(6), row.TextOrNull(7) is { } kind ? new(kind, row.InstantOrNull(8)) : null,
        new(row.InstantOrNull(9), row.Text(10)), row.DateOrNull(11), row.Int64(12), row.Int64(13),
        row.TextOrNull(14) is { } customer ? CustomerId.Of(customer) : default(CustomerId?),
        row.TextOrNull(15) is { } country
            ? new(country, row.DoubleOrNull(16), row.DoubleOrNull(17), row.TextOrNull(18)) : null,
        row.InstantOrNull(19), Report(row), row.IsNull(24) ? null : (ShipmentStanding)row.Int64(24));

    private static ShipmentReport? Report(IRow row) => row.IsNull(20)
        ? null
        : new((MilestoneKind)row.Int64(20), row.InstantOrNull(21), row.InstantOrNull(22)!.Value, row.TextOrNull(23));
}
