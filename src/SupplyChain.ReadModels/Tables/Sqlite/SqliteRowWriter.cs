using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Tables.Sqlite;

/// <summary>Changes a row at once.</summary>
internal sealed class SqliteRowWriter(SqliteStatement statement) : IRowWriter
{
    /// <inheritdoc/>
    public IRowWriter Bind(int column, string? text)
    {
        statement.Bind(column, text);
        return this;
    }

    /// <inheritdoc/>
    public IRowWriter Bind(int column, long? number)
    {
        statement.Bind(column, number);
        return this;
    }

    /// <inheritdoc/>
    public IRowWriter Bind(int column, double? number)
    {
        statement.Bind(column, number);
        return this;
    }

    /// <inheritdoc/>
    public void Run() => statement.Run();
}
