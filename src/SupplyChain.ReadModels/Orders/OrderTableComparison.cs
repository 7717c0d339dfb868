using System.Runtime.InteropServices;
using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using static SupplyChain.Operations.Verification.TableComparison;

namespace SupplyChain.Orders;

/// <summary>The read tables of orders say what their events say.</summary>
internal static class OrderTableComparison
{
    /// <summary>Compares every one of them.</summary>
    public static void Compare(TableComparison tables, IReadOnlyDictionary<StreamId, Order> orders)
    {
        tables.Compare(
            "orders", "tenant, number", "status, customer, priority, units, backordered, version",
            orders.Where(pair => pair.Value.Exists).Select(pair => Row(
                [pair.Key.Tenant, pair.Key.Id],
                [
                    (int)pair.Value.Status, pair.Value.Customer, pair.Value.Priority,
                    pair.Value.Lines.Values.Sum(line => line.Quantity - line.Cancelled),
                    pair.Value.Lines.Values.Sum(line => line.Backordered), pair.Value.Version,
                ])));
        tables.Compare(
            "order_lines", "tenant, number, line",
            "sku, quantity, allocated, backordered, shipped, delivered, cancelled, scheduled, delivered_on",
            orders.Where(pair => pair.Value.Exists).SelectMany(pair => Lines(pair.Key, pair.Value)));
        tables.Compare(
            "order_holds", "tenant, number, warehouse, shipment", "units",
            orders.SelectMany(pair => Holds(pair.Key, pair.Value)));
        tables.Compare(
            "line_holds", "tenant, sku, number, line, warehouse", "units",
            orders.SelectMany(pair => LineHolds(pair.Key, pair.Value)));
        CompareFigures(tables, orders);
    }

    /// <summary>The figures that are kept equal those added up over every line.</summary>
    private static void CompareFigures(TableComparison tables, IReadOnlyDictionary<StreamId, Order> orders)
    {
        var sums = new Dictionary<KpiRow, KpiSum>();
        var due = new Dictionary<KpiRow, long>();
        foreach (var (stream, order) in orders)
        {
            foreach (var share in OrderRows.Of(order).Lines.Select(KpiShare.Of))
            {
                foreach (var row in KpiRow.Of(stream.Tenant.Value, share))
                {
                    ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, row, out _);
                    sum += share.Sum;
                }
                foreach (var row in KpiRow.OfDue(stream.Tenant.Value, share))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(due, row, out _)++;
                }
            }
        }
        tables.Compare(
            "kpis", "tenant, grouping, span, start, key, currency",
            "lines, delivered, dated, on_time, on_time_in_full, first_allocated, first_ordered, shipped, valued, "
            + "value_thousands, value_units, value_billionths",
            sums.Select(pair => Row(
                [.. Key(pair.Key), pair.Key.Currency],
                [
                    pair.Value.Lines, pair.Value.Delivered, pair.Value.Dated, pair.Value.OnTime,
                    pair.Value.OnTimeInFull, pair.Value.FirstAllocated, pair.Value.Ordered, pair.Value.Shipped,
                    pair.Value.Valued, pair.Value.Value.Thousands, pair.Value.Value.Units, pair.Value.Value.Billionths,
                ])));
        tables.Compare(
            "kpi_due", "tenant, grouping, span, start, key", "lines",
            due.Select(pair => Row(Key(pair.Key), [pair.Value])));
    }

    private static object?[] Key(KpiRow row) => [row.Tenant, row.Grouping, (int)row.Span, row.Start, row.Key];

    private static IEnumerable<(string Key, string Row)> Lines(StreamId stream, Order order) =>
        order.Details(new("")).Lines.Select(line => Row(
            [stream.Tenant, stream.Id, line.Line],
            [
                line.Sku, line.Quantity, line.Allocated, line.Backordered, line.Shipped, line.Delivered, line.Cancelled,
                line.Scheduled?.DayNumber, DeliveredOn(order, line.Line)?.DayNumber,
            ]));

    private static DateOnly? DeliveredOn(Order order, int line) =>
        order.LineDeliveredAt(line) is { } at ? DateOnly.FromDateTime(at.DateTime) : null;

    private static IEnumerable<(string Key, string Row)> Holds(StreamId stream, Order order) =>
        from allocation in order.Allocations
        where allocation.State == AllocationState.Held
        group allocation.Quantity by (allocation.Warehouse, allocation.Shipment) into held
        select Row([stream.Tenant, stream.Id, held.Key.Warehouse, held.Key.Shipment], [held.Sum()]);

    private static IEnumerable<(string Key, string Row)> LineHolds(StreamId stream, Order order) =>
        from allocation in order.Allocations
        where allocation.State == AllocationState.Held
        group allocation.Quantity by (allocation.Line, allocation.Warehouse) into held
        let sku = order.Lines[held.Key.Line].Sku
        select Row([stream.Tenant, sku, stream.Id, held.Key.Line, held.Key.Warehouse], [held.Sum()]);
}
