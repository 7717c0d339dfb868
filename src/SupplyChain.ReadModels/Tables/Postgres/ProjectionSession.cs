using Npgsql;
using NpgsqlTypes;
using SupplyChain.Journal;
using SupplyChain.Journal.Postgres;

namespace SupplyChain.Tables.Postgres;

/// <summary>
/// The connection a silo projects with. The right to project is a lock of this very connection: a silo that lost the
/// connection has lost the right and can write nothing any more. The server ends a connection that says nothing for a
/// few seconds, so a silo that stands still does not keep it.
/// </summary>
internal sealed class ProjectionSession(NpgsqlConnection connection) : IAsyncDisposable
{
    // Rows are only ever looked up by their keys; what the planner knows of tables that were empty a moment ago would
    // have it read them from end to end.
    private const string Settings = """
        SET idle_session_timeout = '5s';
        SET idle_in_transaction_session_timeout = '2s';
        SET tcp_user_timeout = '5s';
        SET enable_seqscan = off;
        SET enable_hashjoin = off;
        SET enable_mergejoin = off;
        SET plan_cache_mode = force_generic_plan;
        SET jit = off;
        """;

    private bool _leads;

    /// <summary>The connection itself.</summary>
    public NpgsqlConnection Connection { get; } = connection;

    /// <summary>Takes a connection of the pool.</summary>
    public static async Task<ProjectionSession> OpenAsync(NpgsqlDataSource pool, CancellationToken cancellationToken)
    {
        var session = new ProjectionSession(await pool.OpenConnectionAsync(cancellationToken));
        try
        {
            await session.RunAsync(Settings, cancellationToken);
            return session;
        }
        catch
        {
            await session.Connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>How far the tables are, and whether this silo leads; it does if no other did.</summary>
    public async Task<(ProjectionState State, RebuildState Rebuild, bool Leads)> LookAsync(
        CancellationToken cancellationToken)
    {
        await using var look = new NpgsqlCommand($"""
            SELECT c.position, c.handovers, c.warehouses, r.wanted, r.done, r.percent,
                CASE WHEN $1 THEN true ELSE pg_try_advisory_lock({PostgresLayout.Lease}) END
            FROM checkpoint c CROSS JOIN rebuilds r
            """, Connection);
        look.Parameters.Add(new() { Value = _leads, NpgsqlDbType = NpgsqlDbType.Boolean });
        await using var row = await look.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        _leads = row.GetBoolean(6);
        var position = Position.TryParse(row.GetString(0), out var parsed)
            ? parsed
            : throw new InvalidDataException("The checkpoint is not a position.");
        return (
            new(position, row.GetInt64(1), row.GetInt64(2)),
            new(row.GetInt64(3), row.GetInt64(4), row.GetDouble(5)), _leads);
    }

    /// <summary>Runs something without rows.</summary>
    public async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, Connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Gives the right and the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            // The pool would do it only when the connection is taken again.
            await RunAsync("SELECT pg_advisory_unlock_all(); RESET ALL", CancellationToken.None);
        }
        catch (Exception gone) when (Unavailable.IsProviders(gone) || gone is InvalidOperationException)
        {
            // The connection is gone, and the right with it.
        }
        await Connection.DisposeAsync();
    }
}
