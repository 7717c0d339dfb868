using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplyChain.Journal.Sqlite;

/// <summary>
/// A prepared statement on the engine's own interface: the provider's commands look up every parameter by name and
/// allocate a reader per execution, which costs about as much as the insert itself. Parameters are numbered from 1,
/// columns from 0.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int ShortTextLength = 128;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares a statement on a connection that outlives it.</summary>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Binds tenant, kind and id as the parameters 1 to 3, where every statement here has them.</summary>
    public SqliteStatement Bind(StreamId stream) =>
        Bind(1, stream.Tenant.Value).Bind(2, stream.Kind).Bind(3, stream.Id);

    public SqliteStatement Bind(int parameter, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(_statement, parameter));
            return this;
        }
        if (text.Length is 0 or > ShortTextLength) // an empty span would be bound as no value
        {
            Check(raw.sqlite3_bind_text(_statement, parameter, text));
            return this;
        }
        // The provider's own way makes an array for each.
        Span<byte> utf8 = stackalloc byte[3 * ShortTextLength];
        Check(raw.sqlite3_bind_text(_statement, parameter, utf8[..Encoding.UTF8.GetBytes(text, utf8)]));
        return this;
    }

    public SqliteStatement Bind(int parameter, long? number)
    {
        Check(number is { } value
            ? raw.sqlite3_bind_int64(_statement, parameter, value)
            : raw.sqlite3_bind_null(_statement, parameter));
        return this;
    }

    public SqliteStatement Bind(int parameter, double? number)
    {
        Check(number is { } value
            ? raw.sqlite3_bind_double(_statement, parameter, value)
            : raw.sqlite3_bind_null(_statement, parameter));
        return this;
    }

    public SqliteStatement Bind(int parameter, byte[] bytes)
    {
        Check(raw.sqlite3_bind_blob(_statement, parameter, bytes));
        return this;
    }

    /// <summary>Executes a statement without rows.</summary>
    public void Run()
    {
        var outcome = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        Check(outcome);
    }

    /// <summary>The first row's value, the default when there is no row.</summary>
    public T? First<T>(Func<SqliteStatement, T> read)
    {
        try
        {
            return Step() ? read(this) : default;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>Every row's value.</summary>
    public List<T> All<T>(Func<SqliteStatement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Step())
            {
                rows.Add(read(this));
            }
            return rows;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>Every row, without keeping any.</summary>
    public void Each(Action<SqliteStatement> read)
    {
        try
        {
            while (Step())
            {
                read(this);
            }
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);
    public double Double(int column) => raw.sqlite3_column_double(_statement, column);
    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();
    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var outcome = raw.sqlite3_step(_statement);
        Check(outcome);
        return outcome == raw.SQLITE_ROW;
    }

    private void Check(int outcome)
    {
        if (outcome is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw new SqliteException(
                raw.sqlite3_errmsg(_database).utf8_to_string(), outcome & 0xff,
                raw.sqlite3_extended_errcode(_database));
        }
    }
}
