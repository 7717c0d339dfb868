using Npgsql;

namespace SupplyChain.Tables.Postgres;

/// <summary>Reads with a connection of the pool, taken at the first question and given back at the end.</summary>
internal sealed class PostgresReadSession(NpgsqlDataSource pool) : IReadSession
{
    private NpgsqlConnection? _connection;

    /// <inheritdoc/>
    public SqlDialect Dialect => SqlDialect.Postgres;

    /// <inheritdoc/>
    public IQuestion this[string sql] =>
        new PostgresQuestion(_connection ??= pool.OpenConnection(), Dialect.Question(sql));

    /// <summary>
    /// From now on, and until it is closed, what is written meanwhile does not show, and no table is exchanged or
    /// emptied: the locks come before the first look.
    /// </summary>
    public PostgresReadSession StandingStill()
    {
        try
        {
            _connection = pool.OpenConnection();
            using var begin = new NpgsqlCommand($"""
                BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
                SET LOCAL statement_timeout = 0;
                SET LOCAL idle_in_transaction_session_timeout = 0;
                LOCK TABLE {PostgresTables.Names} IN ACCESS SHARE MODE;
                """, _connection);
            begin.ExecuteNonQuery();
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection?.Dispose(); // the pool rolls back what was begun
        _connection = null;
    }
}
