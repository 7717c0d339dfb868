using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>The work that the newest event of each stream left.</summary>
internal sealed class DueWorkTable(ITableWriter tables)
{
    // More than the streams that a batch touches and the one before it touched.
    private const int MaxIdleStreams = 20_000;

    private readonly IRowWriter _upsert =
        tables.Prepare(RowChange.Upsert("due_work", "tenant, kind, id", "work, since, version"));

    private readonly IRowWriter _delete = tables.Prepare(RowChange.Delete("due_work", "tenant, kind, id"));

    // Streams whose event of that version left no work: they have no row that would have to go.
    private readonly StateCache<bool> _idle = new(MaxIdleStreams);

    /// <summary>Remembers or forgets a stream's work.</summary>
    public void Write(StreamNews news)
    {
        var newest = news.Rows[^1];
        if (newest.Work != (int)UnfinishedWork.None)
        {
            _idle.Remove(newest.Stream);
            _upsert.Bind(newest.Stream).Bind(4, newest.Work)
                .Bind(5, JournalTime.ToMicroseconds(newest.RecordedAt)).Bind(6, newest.Version).Run();
            return;
        }
        if (news.VersionBefore > 0 && !_idle.TryGet(newest.Stream, news.VersionBefore, out _))
        {
            _delete.Bind(newest.Stream).Run();
        }
        _idle.Set(newest.Stream, newest.Version, true);
    }

    /// <summary>Forgets what it knows of rows: the batch was not written, or another projector writes too.</summary>
    public void Forget() => _idle.Clear();
}
