using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>Reads which streams have something to finish. The one question that is about every tenant.</summary>
internal static class DueWorkList
{
    /// <summary>The oldest first.</summary>
    public static IReadOnlyList<DueWork> Read(IReadSession session, int limit, UnfinishedWork? only) =>
        new ReadQuery("SELECT tenant, kind, id, work, since, version FROM due_work WHERE 1 = 1")
            .And("work = ?", (long?)only)
            .Add("ORDER BY since LIMIT ?", limit)
            .All(session, row => new DueWork(
                new(row.Text(0), row.Text(1), row.Text(2)), (UnfinishedWork)row.Int64(3),
                JournalTime.FromMicroseconds(row.Int64(4)), row.Int64(5)));
}
