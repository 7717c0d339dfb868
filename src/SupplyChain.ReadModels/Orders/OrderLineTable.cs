using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>The lines of orders.</summary>
internal sealed class OrderLineTable(ITableWriter tables)
{
    private const string Key = "tenant, number, line";

    private const string Set = """
        pinned, quantity, cancelled, undecided, allocated, held_in, held_by, backordered, waits_since, shipped,
        delivered, spoilt, first_ordered, first_allocated, closed_short, scheduled, delivered_on, open, complete,
        value_thousands, value_rest, currency, customer, country, mode, warehouse
        """;

    // What leads to the lines of a product is written once: an index is rewritten whenever a column of it is named.
    private const string Once = "sort_at, sku, sku_first";

    private readonly IRowWriter _insert = tables.Prepare(RowChange.Insert("order_lines", Key, Set, Once));
    private readonly IRowWriter _change = tables.Prepare(RowChange.Upsert("order_lines", Key, Set, Once));

    private readonly IRowWriter _updateSkuFirst = tables.Prepare(RowChange.Update("order_lines", Key, "sku_first"));

    /// <summary>Writes the lines that differ; a line never goes away.</summary>
    public void Write(StreamId stream, DateTimeOffset sortAt, OrderLineRow[] before, OrderLineRow[] after)
    {
        for (var i = 0; i < after.Length; i++)
        {
            var line = after[i];
            var known = i < before.Length && before[i].Line == line.Line
                ? before[i]
                : Array.Find(before, one => one.Line == line.Line);
            if (known != line)
            {
                Write(known is null ? _insert : _change, stream, sortAt, line);
            }
            if (known is not null && known.SkuFirst != line.SkuFirst)
            {
                Bind(_updateSkuFirst, stream, line).Bind(4, line.SkuFirst).Run();
            }
        }
    }

    private static void Write(IRowWriter row, StreamId stream, DateTimeOffset sortAt, OrderLineRow line)
    {
        var value = line.Value is { } money ? ExactAmount.Of(money.Amount) : default(ExactAmount?);
        Bind(row, stream, line)
            .Bind(4, JournalTime.ToMicroseconds(sortAt)).Bind(5, line.Sku.Value).Bind(6, line.SkuFirst)
            .Bind(7, line.Pinned).Bind(8, line.Quantity).Bind(9, line.Cancelled).Bind(10, line.Undecided)
            .Bind(11, line.Allocated).Bind(12, line.HeldIn).Bind(13, line.HeldBy).Bind(14, line.Backordered)
            .Bind(15, line.WaitsSince is { } since ? JournalTime.ToMicroseconds(since) : null)
            .Bind(16, line.Shipped).Bind(17, line.Delivered).Bind(18, line.Spoilt).Bind(19, line.FirstOrdered)
            .Bind(20, line.FirstAllocated).Bind(21, line.ClosedShort).Bind(22, line.Scheduled)
            .Bind(23, line.DeliveredOn).Bind(24, line.Open).Bind(25, line.Complete)
            .Bind(26, value?.Thousands).Bind(27, value?.Rest).Bind(28, line.Value?.Currency)
            .Bind(29, line.Customer).Bind(30, line.Country).Bind(31, line.Mode).Bind(32, line.Warehouse)
            .Run();
    }

    private static IRowWriter Bind(IRowWriter row, StreamId stream, OrderLineRow line) =>
        row.Bind(1, stream.Tenant.Value).Bind(2, stream.Id).Bind(3, line.Line);
}
