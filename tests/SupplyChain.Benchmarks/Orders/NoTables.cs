using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>Tables that take everything and keep nothing.</summary>
internal sealed class NoTables : ITableWriter, IRowWriter
{
    public Position Position => Position.Start;

    public long Events => 0;

    public int BatchEvents => 1;

    public IRowWriter Prepare(RowChange change) => this;

    public ValueTask<bool> WriteAsync(
        Position to, ProjectedBatch batch, Action writeRows, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Batches are not measured.");

    public IRowWriter Bind(int column, string? text) => this;

    public IRowWriter Bind(int column, long? number) => this;

    public IRowWriter Bind(int column, double? number) => this;

    public void Run()
    {
    }

    public void Dispose()
    {
    }
}
