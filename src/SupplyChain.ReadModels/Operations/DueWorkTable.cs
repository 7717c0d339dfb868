using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>The work that the newest event of each stream left.</summary>
internal sealed class DueWorkTable(ITableWriter tables)
{
    private readonly IRowWriter _upsert =
        tables.Prepare(RowChange.Upsert("due_work", "tenant, kind, id", "work, since, version"));

    private readonly IRowWriter _delete = tables.Prepare(RowChange.Delete("due_work", "tenant, kind, id"));

    /// <summary>Remembers or forgets a stream's work.</summary>
    public void Write(JournaledEvent newest)
    {
        if (newest.Work == (int)UnfinishedWork.None)
        {
            _delete.Bind(newest.Stream).Run();
        }
        else
        {
            _upsert.Bind(newest.Stream).Bind(4, newest.Work)
                .Bind(5, JournalTime.ToMicroseconds(newest.RecordedAt)).Bind(6, newest.Version).Run();
        }
    }
}
