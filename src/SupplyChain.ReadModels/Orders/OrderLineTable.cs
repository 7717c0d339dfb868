using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>The lines of orders.</summary>
internal sealed class OrderLineTable(ITableWriter tables)
{
    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert("order_lines", "tenant, number, line", """
        sku, pinned, quantity, cancelled, undecided, allocated, backordered, waits_since, shipped, delivered, spoilt,
        first_ordered, first_allocated, closed_short, scheduled, delivered_on, open, complete, value_thousands,
        value_rest, currency, customer, country, mode, warehouse
        """));

    /// <summary>Writes the lines that differ; a line never goes away.</summary>
    public void Write(StreamId order, OrderLineRow[] before, OrderLineRow[] after)
    {
        for (var i = 0; i < after.Length; i++)
        {
            if (i >= before.Length || before[i] != after[i])
            {
                Write(order, after[i]);
            }
        }
    }

    private void Write(StreamId order, OrderLineRow line)
    {
        var value = line.Value is { } money ? ExactAmount.Of(money.Amount) : default(ExactAmount?);
        _upsert.Bind(1, order.Tenant.Value).Bind(2, order.Id).Bind(3, line.Line).Bind(4, line.Sku.Value)
            .Bind(5, line.Pinned).Bind(6, line.Quantity).Bind(7, line.Cancelled).Bind(8, line.Undecided)
            .Bind(9, line.Allocated).Bind(10, line.Backordered)
            .Bind(11, line.WaitsSince is { } since ? JournalTime.ToMicroseconds(since) : null)
            .Bind(12, line.Shipped).Bind(13, line.Delivered).Bind(14, line.Spoilt).Bind(15, line.FirstOrdered)
            .Bind(16, line.FirstAllocated).Bind(17, line.ClosedShort).Bind(18, line.Scheduled)
            .Bind(19, line.DeliveredOn).Bind(20, line.Open).Bind(21, line.Complete)
            .Bind(22, value?.Thousands).Bind(23, value?.Rest).Bind(24, line.Value?.Currency)
            .Bind(25, line.Customer).Bind(26, line.Country).Bind(27, line.Mode).Bind(28, line.Warehouse)
            .Run();
    }
}
