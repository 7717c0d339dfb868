using System.Runtime.InteropServices;
using SupplyChain.Journal;
using SupplyChain.Orders;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>
/// Keeps the figures of order lines: each change of a line adds what it adds now and takes away what it added before.
/// That is added up over a batch, in which many lines have sums in common, and written in the batch's transaction, so
/// that each change counts once whatever happens. A sum of no lines has no row.
/// </summary>
internal sealed class KpiTable(ITableWriter tables)
{
    private const string Key = "tenant, grouping, span, start, key";

    private readonly IRowWriter _add = tables.Prepare(RowChange.Add("kpis", $"{Key}, currency", """
        lines, delivered, dated, on_time, on_time_in_full, first_allocated, first_ordered, shipped, valued,
        value_thousands, value_units, value_billionths
        """));

    private readonly IRowWriter _remove = tables.Prepare(RowChange.DeleteZero("kpis", $"{Key}, currency", "lines"));
    private readonly IRowWriter _addDue = tables.Prepare(RowChange.Add("kpi_due", Key, "lines"));
    private readonly IRowWriter _removeDue = tables.Prepare(RowChange.DeleteZero("kpi_due", Key, "lines"));

    /// <summary>Takes in what became of orders.</summary>
    public void Write(IEnumerable<(StreamId Stream, OrderRows Before, OrderRows After)> orders)
    {
        var sums = new Dictionary<KpiRow, KpiSum>();
        var due = new Dictionary<KpiRow, long>();
        foreach (var (stream, before, after) in orders)
        {
            Note(stream.Tenant.Value, before.Lines, after.Lines, sums, due);
        }
        foreach (var (row, sum) in sums)
        {
            Write(row, sum);
        }
        foreach (var (row, lines) in due)
        {
            Write(row, lines);
        }
    }

    private static void Note(
        string tenant, OrderLineRow[] before, OrderLineRow[] after, Dictionary<KpiRow, KpiSum> sums,
        Dictionary<KpiRow, long> due)
    {
        for (var i = 0; i < after.Length; i++)
        {
            var known = i < before.Length ? before[i] : null;
            if (after[i] == known)
            {
                continue;
            }
            var share = KpiShare.Of(after[i]);
            var old = known is null ? null : KpiShare.Of(known);
            if (share == old)
            {
                continue;
            }
            Count(tenant, share, 1, sums, due);
            if (old is not null)
            {
                Count(tenant, old, -1, sums, due);
            }
        }
    }

    private static void Count(
        string tenant, KpiShare share, int times, Dictionary<KpiRow, KpiSum> sums, Dictionary<KpiRow, long> due)
    {
        foreach (var row in KpiRow.Of(tenant, share))
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, row, out _);
            sum += times * share.Sum;
        }
        foreach (var row in KpiRow.OfDue(tenant, share))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(due, row, out _) += times;
        }
    }

    private void Write(KpiRow row, KpiSum sum)
    {
        if (sum == default)
        {
            return;
        }
        Bind(_add, row).Bind(6, row.Currency)
            .Bind(7, sum.Lines).Bind(8, sum.Delivered).Bind(9, sum.Dated).Bind(10, sum.OnTime)
            .Bind(11, sum.OnTimeInFull).Bind(12, sum.FirstAllocated).Bind(13, sum.Ordered).Bind(14, sum.Shipped)
            .Bind(15, sum.Valued).Bind(16, sum.Value.Thousands).Bind(17, sum.Value.Units)
            .Bind(18, sum.Value.Billionths)
            .Run();
        if (sum.Lines < 0)
        {
            Bind(_remove, row).Bind(6, row.Currency).Run();
        }
    }

    private void Write(KpiRow row, long lines)
    {
        if (lines == 0)
        {
            return;
        }
        Bind(_addDue, row).Bind(6, lines).Run();
        if (lines < 0)
        {
            Bind(_removeDue, row).Run();
        }
    }

    private static IRowWriter Bind(IRowWriter writer, KpiRow row) =>
        writer.Bind(1, row.Tenant).Bind(2, row.Grouping).Bind(3, (long)row.Span).Bind(4, row.Start).Bind(5, row.Key);
}
