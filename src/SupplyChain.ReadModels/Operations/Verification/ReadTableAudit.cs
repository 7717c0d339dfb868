using System.Globalization;
using System.Runtime.InteropServices;
using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Orders;

namespace SupplyChain.Operations.Verification;

/// <summary>The read tables say the same as the journal at their position, row for row.</summary>
internal sealed class ReadTableAudit(Findings findings, JournalFold fold)
{
    /// <summary>Read tables equal an independent fold.</summary>
    public const string Tables = "read-tables";

    /// <summary>Compares every table.</summary>
    public void Conclude(IReadTables tables)
    {
        Compare(
            tables, "orders", "tenant, number", "status, customer, priority, units, backordered, version",
            fold.Orders.States.Where(pair => pair.Value.Exists).Select(pair => Row(
                [pair.Key.Tenant, pair.Key.Id],
                [
                    (int)pair.Value.Status, pair.Value.Customer, pair.Value.Priority,
                    pair.Value.Lines.Values.Sum(line => line.Quantity - line.Cancelled),
                    pair.Value.Lines.Values.Sum(line => line.Backordered), pair.Value.Version,
                ])));
        Compare(
            tables, "order_lines", "tenant, number, line",
            "sku, quantity, allocated, backordered, shipped, delivered, cancelled, scheduled, delivered_on",
            fold.Orders.States.Where(pair => pair.Value.Exists).SelectMany(pair => Lines(pair.Key, pair.Value)));
        Compare(
            tables, "order_holds", "tenant, number, warehouse, shipment", "units",
            fold.Orders.States.SelectMany(pair => Holds(pair.Key, pair.Value)));
        Compare(
            tables, "line_holds", "tenant, sku, number, line, warehouse", "units",
            fold.Orders.States.SelectMany(pair => LineHolds(pair.Key, pair.Value)));
        Compare(
            tables, "stock", "tenant, sku, warehouse", "on_hand, reserved, rationed, version",
            fold.Stock.Items.Select(pair => Row(
                [pair.Key.Tenant, StockItemId.Parse(pair.Key.Id).Sku, StockItemId.Parse(pair.Key.Id).Warehouse],
                [
                    pair.Value.OnHand, pair.Value.Reserved, pair.Value.Rationed ? 1 : 0,
                    fold.Streams.Streams[pair.Key].Version,
                ])));
        Compare(
            tables, "shipments", "tenant, id", "number, warehouse, status, promise, version",
            fold.Shipments.States.Where(pair => pair.Value.Plan is not null).Select(pair => Row(
                [pair.Key.Tenant, pair.Key.Id],
                [
                    pair.Value.Plan!.Order, pair.Value.Plan.Warehouse, (int)pair.Value.Status(),
                    pair.Value.Promise()?.DayNumber, pair.Value.Version,
                ])));
        Compare(
            tables, "warehouses", "tenant, id", "name, closed_reason, version",
            fold.Warehouses.States.Where(pair => pair.Value.Profile is not null).Select(pair => Row(
                [pair.Key.Tenant, pair.Key.Id],
                [pair.Value.Profile!.Name, pair.Value.Closure?.Reason, pair.Value.Version])));
        Compare(
            tables, "products", "tenant, sku", "description, version",
            fold.Products.States.Select(pair => Row(
                [pair.Key.Tenant, pair.Key.Id], [pair.Value.Profile!.Description, pair.Value.Version])));
        Compare(
            tables, "due_work", "tenant, kind, id", "work, version",
            fold.Streams.Streams.Where(pair => pair.Value.Work != UnfinishedWork.None).Select(pair => Row(
                [pair.Key.Tenant, pair.Key.Kind, pair.Key.Id], [(int)pair.Value.Work, pair.Value.Version])));
        CompareFigures(tables);
    }

    /// <summary>The figures that are kept equal those added up over every line.</summary>
    private void CompareFigures(IReadTables tables)
    {
        var sums = new Dictionary<KpiRow, KpiSum>();
        var due = new Dictionary<KpiRow, long>();
        foreach (var (stream, order) in fold.Orders.States)
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
        Compare(
            tables, "kpis", "tenant, grouping, span, start, key, currency",
            "lines, delivered, dated, on_time, on_time_in_full, first_allocated, first_ordered, shipped, valued, "
            + "value_thousands, value_units, value_billionths",
            sums.Select(pair => Row(
                [.. Key(pair.Key), pair.Key.Currency],
                [
                    pair.Value.Lines, pair.Value.Delivered, pair.Value.Dated, pair.Value.OnTime,
                    pair.Value.OnTimeInFull, pair.Value.FirstAllocated, pair.Value.Ordered, pair.Value.Shipped,
                    pair.Value.Valued, pair.Value.Value.Thousands, pair.Value.Value.Units, pair.Value.Value.Billionths,
                ])));
        Compare(
            tables, "kpi_due", "tenant, grouping, span, start, key", "lines",
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

    private static (string Key, string Row) Row(object?[] key, object?[] values) => (Text(key), Text(values));

    // No id holds the separator, and free texts come last in none of the keys.
    private static string Text(IEnumerable<object?> values) => string.Join('\u001f', values.Select(value =>
        Convert.ToString(value, CultureInfo.InvariantCulture)));

    private void Compare(
        IReadTables tables, string table, string key, string columns, IEnumerable<(string Key, string Row)> journal)
    {
        var expected = journal.ToDictionary(row => row.Key, row => row.Row);
        var width = key.Split(',').Length;
        tables.Each(table, $"{key}, {columns}", values =>
        {
            var id = Text(values.Take(width));
            var row = Text(values.Skip(width));
            if (!expected.Remove(id, out var wanted))
            {
                Differs(table, id, "is not in the journal");
            }
            else if (wanted != row)
            {
                Differs(table, id, $"says ({Plain(row)}), the journal ({Plain(wanted)}), as {columns}");
            }
        });
        foreach (var missing in expected.Keys)
        {
            Differs(table, missing, "is missing");
        }
    }

    private static string Plain(string text) => text.Replace("\u001f", ", ", StringComparison.Ordinal);

    private void Differs(string table, string key, string how)
    {
        var parts = key.Split('\u001f', 2);
        findings.Violated(Tables, new(parts[0], table, parts[1].Replace('\u001f', '/')), null, $"The row {how}.");
    }
}
