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
            "orders", "tenant, number", "status, customer, priority, units, backordered, due, version",
            orders.Where(pair => pair.Value.Exists).Select(pair => Row(
                [pair.Key.Tenant, pair.Key.Id],
                [
                    (int)pair.Value.Status, pair.Value.Customer, pair.Value.Priority,
                    pair.Value.Lines.Values.Sum(line => line.Quantity - line.Cancelled),
                    pair.Value.Lines.Values.Sum(line => line.Backordered), Due(pair.Value)?.DayNumber,
                    pair.Value.Version,
                ])));
        tables.Compare(
            "order_lines", "tenant, number, line",
            "sku, quantity, allocated, held_in, held_by, backordered, shipped, delivered, cancelled, scheduled, "
            + "delivered_on",
            orders.Where(pair => pair.Value.Exists).SelectMany(pair => Lines(pair.Key, pair.Value)));
        tables.Compare(
            "order_holds", "tenant, number, warehouse, shipment", "units, lines",
            orders.SelectMany(pair => Holds(pair.Key, pair.Value)));
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

    private static DateOnly? Due(Order order) => order.Rejection is not null ? null : order.Lines.Values
        .Where(line => order.DeliveredUnits(line.Line) < line.Quantity - line.Cancelled).Min(order.Scheduled);

    private static IEnumerable<(string Key, string Row)> Lines(StreamId stream, Order order)
    {
        return order.Details(new("")).Lines.Select(line =>
        {
            var (heldIn, heldBy) = OrderLineRow.Held(order, line.Line);
            return Row(
                [stream.Tenant, stream.Id, line.Line],
                [
                    line.Sku, line.Quantity, line.Allocated, heldIn, heldBy, line.Backordered, line.Shipped,
                    line.Delivered, line.Cancelled, line.Scheduled?.DayNumber,
                    DeliveredOn(order, line.Line)?.DayNumber,
                ]);
        });
    }

    private static DateOnly? DeliveredOn(Order order, int line) =>
        order.LineDeliveredAt(line) is { } at ? DateOnly.FromDateTime(at.DateTime) : null;

    private static IEnumerable<(string Key, string Row)> Holds(StreamId stream, Order order)
    {
        var held = order.Allocations.Where(allocation => allocation.State == AllocationState.Held).ToArray();
        return from allocation in held
               group allocation by (allocation.Warehouse, allocation.Shipment) into same
               select Row(
                   [stream.Tenant, stream.Id, same.Key.Warehouse, same.Key.Shipment],
                   [
                       same.Sum(allocation => allocation.Quantity),
                       same.Select(allocation => allocation.Line).Distinct()
                           .Count(line => First(line, same.Key.Warehouse) == $"{same.Key.Shipment}"),
                   ]);

        string? First(int line, Network.WarehouseId warehouse) => held
            .Where(allocation => allocation.Line == line && allocation.Warehouse == warehouse)
            .Select(allocation => $"{allocation.Shipment}").Min(StringComparer.Ordinal);
    }
}
