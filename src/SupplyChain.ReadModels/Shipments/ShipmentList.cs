using SupplyChain.Access;
using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Shipments;

/// <summary>Reads the list of shipments. What their orders know of them stands in the list of orders.</summary>
public static class ShipmentList
{
    private const string Today = "@today";

    private static readonly ReadList<ShipmentSummary> List = new(
        "shipments", ["id"],
        new("id", "d.id") { Indexed = true },
        new("owner", "d.number") { Field = "order", Indexed = true },
        new("warehouse", "d.warehouse") { Indexed = true },
        new("mode", "d.mode"),
        new("carrier", "d.carrier"),
        new("trackingNumber", "d.tracking_number"),
        new("status", "d.status") { Indexed = true, FewValues = true },
        new("exception", "d.exception_kind", "d.exception_since")
        {
            Read = (row, at) => row.TextOrNull(at) is { } kind
                ? new ShipmentExceptionDetails(kind, row.InstantOrNull(at + 1)) : null,
            Key = MayBeMissing(SortKey<ShipmentSummary>.Text(
                "exception", "d.exception_kind", shipment => shipment.Exception?.Kind)),
        },
        new("eta", "d.eta_at", "d.eta_reason")
        {
            Read = (row, at) => new Eta(row.InstantOrNull(at), row.Text(at + 1)),
            Key = SortKey<ShipmentSummary>.Number("eta", "d.eta", shipment => Sortable(shipment.Eta.At))
                .LargestWhenMissing() with
            { Indexed = true },
        },
        new("promise", "d.promise") { Indexed = true, LargestWhenMissing = true },
        new("version", "d.version"),
        new("units", "d.units"),
        new("customer", "o.customer"),
        new("shipTo", "o.country", "o.latitude", "o.longitude", "o.unlocode")
        {
            Read = (row, at) => row.TextOrNull(at) is { } country
                ? new ShipmentDestination(
                    country, row.DoubleOrNull(at + 1), row.DoubleOrNull(at + 2), row.TextOrNull(at + 3))
                : null,
        },
        new("dispatchedAt", "d.dispatched_at") { WithOffset = true, SortedBy = "d.dispatched" },
        new("lastReport", "d.report_kind", "d.report_at", "d.report_learned", "d.report_location")
        {
            Read = (row, at) => row.IsNull(at) ? null : new ShipmentReport(
                (MilestoneKind)row.Int64(at), row.InstantOrNull(at + 1), row.InstantOrNull(at + 2)!.Value,
                row.TextOrNull(at + 3)),
            Key = MayBeMissing(SortKey<ShipmentSummary>.Number(
                "lastReport", "d.report", shipment => Sortable(shipment.LastReport?.At))),
        },
        new("standing", ShipmentFilters.Standing(Today)));

    /// <summary>Shipments by number. <paramref name="today"/> decides what is late.</summary>
    public static Task<Page<ShipmentSummary>> ShipmentsAsync(
        this IReadModels models, TenantId tenant, ShipmentQuery query, PageQuery page, DateOnly today,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => Read(session, tenant, (query, scope), page, today), cancellationToken);

    /// <summary>How many shipments such a list has. <paramref name="today"/> decides what is late.</summary>
    public static Task<ShipmentCounts> CountShipmentsAsync(
        this IReadModels models, TenantId tenant, ShipmentQuery query, DateOnly today,
        WarehouseScope scope = default, CancellationToken cancellationToken = default) =>
        models.AskAsync(session => ShipmentFilters.Count(session, tenant, (query, scope), today), cancellationToken);

    /// <summary>One page, by number unless another order is asked for.</summary>
    private static Page<ShipmentSummary> Read(
        IReadSession session, TenantId tenant, (ShipmentQuery Query, WarehouseScope Scope) asked, PageQuery page,
        DateOnly today)
    {
        var query = asked.Query;
        var all = ShipmentFilters.Leading(query, asked.Scope);
        var list = List.With(Today, today.DayNumber);
        return page.Sort is null
            ? list.ById(session, page, Filter.Ways(all).Select(way => Select(list.Columns, way)))
            : list.Sorted(session, page, asked != (new ShipmentQuery(), default), some => Select(some, all));

        ReadQuery Select(string some, Filter[] leading) => ShipmentFilters.Select(
            $"{some} {ShipmentFilters.From(session.Dialect, query, leading)} "
            + "LEFT JOIN orders o ON o.tenant = d.tenant AND o.number = d.number",
            session.Dialect, tenant, (query, leading), today);
    }

    private static SortKey<ShipmentSummary> MayBeMissing(SortKey<ShipmentSummary> key) => key with { MayBeNull = true };

    private static long? Sortable(DateTimeOffset? instant) =>
        instant is { } at ? JournalTime.ToMicroseconds(at) : null;
}
