using Npgsql;
using NpgsqlTypes;

namespace SupplyChain.Tables.Postgres;

/// <summary>One question, asked once.</summary>
internal sealed class PostgresQuestion(NpgsqlConnection connection, string sql) : IQuestion
{
    private readonly List<NpgsqlParameter> _values = [];

    /// <inheritdoc/>
    public IQuestion Bind(int parameter, string? text) => Bind(parameter, text, NpgsqlDbType.Text);

    /// <inheritdoc/>
    public IQuestion Bind(int parameter, long? number) => Bind(parameter, number, NpgsqlDbType.Bigint);

    /// <inheritdoc/>
    public IQuestion Bind(int parameter, double? number) => Bind(parameter, number, NpgsqlDbType.Double);

    /// <inheritdoc/>
    public List<T> All<T>(Func<IRow, T> read)
    {
        var rows = new List<T>();
        Each(row => rows.Add(read(row)));
        return rows;
    }

    /// <inheritdoc/>
    public T? First<T>(Func<IRow, T> read)
    {
        using var command = Command();
        using var rows = command.ExecuteReader();
        return rows.Read() ? read(new PostgresRow(rows)) : default;
    }

    /// <inheritdoc/>
    public void Each(Action<IRow> read)
    {
        using var command = Command();
        using var rows = command.ExecuteReader();
        var row = new PostgresRow(rows);
        while (rows.Read())
        {
            read(row);
        }
    }

    private PostgresQuestion Bind(int parameter, object? value, NpgsqlDbType type)
    {
        while (_values.Count < parameter)
        {
            _values.Add(new());
        }
        _values[parameter - 1] = new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
        return this;
    }

    private NpgsqlCommand Command()
    {
        var command = new NpgsqlCommand(sql, connection);
        _values.ForEach(value => command.Parameters.Add(value));
        return command;
    }

    private sealed class PostgresRow(NpgsqlDataReader rows) : IRow
    {
        public long Int64(int column) => rows.GetInt64(column);
        public double Double(int column) => rows.GetDouble(column);
        public string Text(int column) => rows.GetString(column);
        public bool IsNull(int column) => rows.IsDBNull(column);
    }
}
