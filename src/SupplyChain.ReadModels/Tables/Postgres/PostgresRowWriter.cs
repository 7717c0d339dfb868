using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace SupplyChain.Tables.Postgres;

/// <summary>Keeps the changes of a kind until the batch is written.</summary>
internal sealed class PostgresRowWriter(RowChange change, string prefix, PendingRows pending) : IRowWriter
{
    private readonly string _sql = SqlDialect.Postgres.Change(change, prefix);
    private readonly NpgsqlDbType[] _types = new NpgsqlDbType[change.Columns.Length];
    private object?[] _values = new object?[change.Columns.Length];

    /// <summary>Whether its rows are not there yet.</summary>
    public bool IsNew => change.IsNew;

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
        var command = new NpgsqlBatchCommand(_sql);
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

    /// <summary>
    /// Writes rows that are new: a third less for the server than a statement that looks for each row first.
    /// </summary>
    public async Task CopyAsync(
        NpgsqlConnection connection, List<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            SqlDialect.Copy(change, prefix), cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            for (var column = 0; column < _types.Length; column++)
            {
                await WriteAsync(copy, row[column], _types[column], cancellationToken);
            }
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static Task WriteAsync(
        NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type, CancellationToken cancellationToken) =>
        value switch
        {
            null => copy.WriteNullAsync(cancellationToken),
            string text => copy.WriteAsync(text, type, cancellationToken),
            long number => copy.WriteAsync(number, type, cancellationToken),
            _ => copy.WriteAsync((double)value, type, cancellationToken),
        };

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
