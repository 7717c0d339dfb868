using SupplyChain.Journal.ReadModels.Tables;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>A prepared statement that returns rows.</summary>
internal sealed class SqliteQuestion(SqliteStatement statement) : IQuestion, IDisposable
{
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
    public List<T> All<T>(Func<IRow, T> read) => statement.All(read);

    /// <inheritdoc/>
    public T? First<T>(Func<IRow, T> read) => statement.First(read);

    /// <inheritdoc/>
    public void Each(Action<IRow> read) => statement.Each(read);

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();
}
