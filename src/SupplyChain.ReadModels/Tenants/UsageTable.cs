using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Tenants;

/// <summary>
/// Keeps what tenants use: the rows of a batch are added up and written in its transaction, so that each counts once
/// whatever happens.
/// </summary>
internal sealed class UsageTable(ITableWriter tables)
{
    private readonly IRowWriter _add =
        tables.Prepare(RowChange.Add("tenant_usage", "tenant, day", "orders, events, bytes"));

    /// <summary>Takes in the rows of a batch.</summary>
    public void Write(IReadOnlyList<JournaledEvent> rows)
    {
        var sums = new UsageSums();
        foreach (var row in rows)
        {
            sums.Add(row);
        }
        foreach (var ((tenant, day), sum) in sums.All)
        {
            _add.Bind(1, tenant.Value).Bind(2, day.DayNumber)
                .Bind(3, sum.Orders).Bind(4, sum.Events).Bind(5, sum.Bytes).Run();
        }
    }
}
