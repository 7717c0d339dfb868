using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace SupplyChain.Tables.Postgres;

/// <summary>Keeps the changes of a kind until the batch is written.</summary>
internal sealed class PostgresRowWriter(RowChange change, string sql, PendingRows pending) : IRowWriter
{
    private readonly NpgsqlDbType[] _types = new NpgsqlDbType[change.Columns.Length];
    private object?[] _values = new object?[change.Columns.Length];

    /// <inheritdoc/>
    public IRowWriter Bind(int column, string? text) =>
        // The one character that the database cannot keep.
        Bind(column, text?.Replace('\0', '\uFFFD'), NpgsqlDbType.Text);

    /// <inheritdoc/>
    public IRowWriter Bind(int column, long? number) => Bind(column, number, NpgsqlDbType.Bigint);

    /// <inheritdoc/>
    public IRowWriter Bind(int column, double? number) => Bind(column, number, NpgsqlDbType.Double);

    /// <inheritdoc/>
    public void Run()
    {
        // No id holds the separator.
        var key = string.Join('\u001f', _values.Take(change.Key.Length).Select(part =>
            Convert.ToString(part, CultureInfo.InvariantCulture)));
        pending.Add(this, $"{change.Table}\u001f{key}", _values);
        _values = new object?[_values.Length];
    }

    /// <summary>The statement that makes those changes.</summary>
    public NpgsqlBatchCommand Command(List<object?[]> rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        for (var column = 0; column < _types.Length; column++)
        {
            command.Parameters.Add(new()
            {
                Value = Values(rows, column),
                NpgsqlDbType = NpgsqlDbType.Array | _types[column],
            });
        }
        return command;
    }

    private PostgresRowWriter Bind(int column, object? value, NpgsqlDbType type)
    {
        (_values[column - 1], _types[column - 1]) = (value, type);
        return this;
    }

    private object Values(List<object?[]> rows, int column) => _types[column] switch
    {
        NpgsqlDbType.Text => Values<string?>(rows, column),
        NpgsqlDbType.Bigint => Values<long?>(rows, column),
        _ => Values<double?>(rows, column),
    };

    private static T[] Values<T>(List<object?[]> rows, int column)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (T)rows[i][column]!;
        }
        return values;
    }
}
