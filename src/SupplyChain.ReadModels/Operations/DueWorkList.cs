using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>Reads which streams have something to finish; the one list that may be about every tenant.</summary>
internal static class DueWorkList
{
    /// <summary>How many there are.</summary>
    public static long Count(IReadSession session, TenantId? tenant) =>
        new ReadQuery("SELECT count(*) FROM due_work WHERE 1 = 1").And("tenant = ?", tenant?.Value)
            .All(session, row => row.Int64(0))[0];

    /// <summary>The oldest first.</summary>
    public static IReadOnlyList<DueWork> Read(
        IReadSession session, int limit, UnfinishedWork? only, TenantId? tenant = null) =>
        new ReadQuery("SELECT tenant, kind, id, work, since, version FROM due_work WHERE 1 = 1")
            .And("work = ?", (long?)only)
            .And("tenant = ?", tenant?.Value)
            .Add("ORDER BY since LIMIT ?", limit)
            .All(session, row => new DueWork(
                new(row.Text(0), row.Text(1), row.Text(2)), (UnfinishedWork)row.Int64(3),
                JournalTime.FromMicroseconds(row.Int64(4)), row.Int64(5)));
}
