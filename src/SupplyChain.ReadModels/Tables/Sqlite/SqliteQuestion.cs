using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Tables.Sqlite;

/// <summary>A prepared statement that returns rows.</summary>
internal sealed class SqliteQuestion(SqliteStatement statement) : IQuestion, IDisposable
{
    private readonly SqliteRow _row = new(statement);

    /// <inheritdoc/>
    public IQuestion Bind(int parameter, string? text)
    {
        statement.Bind(parameter, text);
        return this;
    }

    /// <inheritdoc/>
    public IQuestion Bind(int parameter, long? number)
    {
        statement.Bind(parameter, number);
        return this;
    }

    /// <inheritdoc/>
    public IQuestion Bind(int parameter, double? number)
    {
        statement.Bind(parameter, number);
        return this;
    }

    /// <inheritdoc/>
    public List<T> All<T>(Func<IRow, T> read) => statement.All(_ => read(_row));

    /// <inheritdoc/>
    public T? First<T>(Func<IRow, T> read) => statement.First(_ => read(_row));

    /// <inheritdoc/>
    public void Each(Action<IRow> read) => statement.Each(_ => read(_row));

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private sealed class SqliteRow(SqliteStatement statement) : IRow
    {
        public long Int64(int column) => statement.Int64(column);
        public double Double(int column) => statement.Double(column);
        public string Text(int column) => statement.Text(column);
        public bool IsNull(int column) => statement.IsNull(column);
    }
}
