using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Tables;

namespace SupplyChain.Journal.ReadModels;

/// <summary>A stream without unfinished work has no row, so nothing is deleted where none was.</summary>
public sealed class DueWorkTableTests
{
    private static readonly StreamId Stream = new("demo", Order.Kind, "O-1");

    private readonly List<RowChange> _changes = [];
    private readonly DueWorkTable _dueWork;

    public DueWorkTableTests() => _dueWork = new(new RecordedChanges(_changes));

    [Fact]
    public void A_stream_that_begins_without_work_changes_no_row() =>
        Written((1, UnfinishedWork.None)).Should().BeEmpty();

    [Fact]
    public void A_stream_that_goes_on_without_work_changes_no_row()
    {
        Written((1, UnfinishedWork.Own)).Should().Equal(RowChangeKind.Upsert);
        Written((2, UnfinishedWork.None)).Should().Equal(RowChangeKind.Delete);
        Written((3, UnfinishedWork.None)).Should().BeEmpty();
        Written((4, UnfinishedWork.None), (5, UnfinishedWork.None)).Should().BeEmpty();
        Written((6, UnfinishedWork.Handover), (7, UnfinishedWork.Own)).Should().Equal(RowChangeKind.Upsert);
        Written((8, UnfinishedWork.None)).Should().Equal(RowChangeKind.Delete);
    }

    [Fact]
    public void A_row_that_may_be_there_is_deleted()
    {
        Written((5, UnfinishedWork.None)).Should().Equal(RowChangeKind.Delete);
        Written((6, UnfinishedWork.None)).Should().BeEmpty();

        _dueWork.Forget();

        Written((7, UnfinishedWork.None)).Should().Equal(RowChangeKind.Delete);
        Written((9, UnfinishedWork.None)).Should().Equal([RowChangeKind.Delete], "version 8 may have left work");
    }

    private RowChangeKind[] Written(params (long Version, UnfinishedWork Work)[] events)
    {
        _changes.Clear();
        _dueWork.Write(new([.. events.Select(one => new JournaledEvent(
            Stream, one.Version, "", 1, [], null, Appending.Now, "", "", null, (int)one.Work, [], default))]));
        return [.. _changes.Select(change => change.Kind)];
    }

    /// <summary>Tables that only tell what would be changed.</summary>
    private sealed class RecordedChanges(List<RowChange> changes) : ITableWriter
    {
        public Position Position => default;

        public long Events => 0;

        public int BatchEvents => 1;

        public IRowWriter Prepare(RowChange change) => new Writer(() => changes.Add(change));

        public ValueTask<bool> WriteAsync(
            Position to, ProjectedBatch batch, Action writeRows, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public void Dispose()
        {
        }
    }

    private sealed class Writer(Action run) : IRowWriter
    {
        public IRowWriter Bind(int column, string? text) => this;

        public IRowWriter Bind(int column, long? number) => this;

        public IRowWriter Bind(int column, double? number) => this;

        public void Run() => run();
    }
}
