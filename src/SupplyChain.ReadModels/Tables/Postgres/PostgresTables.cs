using System.Globalization;
using Npgsql;
using static SupplyChain.Tables.Postgres.PostgresLayout;

namespace SupplyChain.Tables.Postgres;

/// <summary>
/// The read tables as a whole: emptied, or built anew in a schema of their own that takes their place.
/// </summary>
internal static class PostgresTables
{
    // A long reader keeps them as they are; no other session is to wait behind us for that.
    private const int LockTimeoutMilliseconds = 200;

    private static readonly string[] All = [.. AggregateReadModels.Tables.Select(table => table.Name)];

    /// <summary>Their names, always in the same order, in which they are locked.</summary>
    public static readonly string Names = NamesIn("");

    /// <summary>Their names in a schema.</summary>
    public static string NamesIn(string prefix) => string.Join(", ", All.Select(table => prefix + table));

    /// <summary>Empties them.</summary>
    public static async Task EmptyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(
            connection, $"TRUNCATE {Names}; INSERT INTO checkpoint DEFAULT VALUES", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Makes empty ones in <see cref="NextSchema"/>, with the same indexes by the same names.</summary>
    public static async Task MakeNextAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(
            connection, $"DROP SCHEMA IF EXISTS {NextSchema} CASCADE; CREATE SCHEMA {NextSchema}", cancellationToken);
        foreach (var table in All)
        {
            await RunAsync(connection, $"""
                CREATE TABLE {NextSchema}.{table} (LIKE {table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
                {await IndexesAsync(connection, table, cancellationToken)}
                """, cancellationToken);
        }
        await RunAsync(connection, $"INSERT INTO {NextSchema}.checkpoint DEFAULT VALUES", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Puts those of <see cref="NextSchema"/> in the place of the ones in use; false while a reader needs these.
    /// </summary>
    public static async Task<bool> UseNextAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var moves = All.Select(table => $"ALTER TABLE {NextSchema}.{table} SET SCHEMA %I;");
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"""
                SET LOCAL lock_timeout = {LockTimeoutMilliseconds};
                LOCK TABLE {Names} IN ACCESS EXCLUSIVE MODE;
                DROP TABLE {Names};
                DO $$ BEGIN
                    EXECUTE replace($move${string.Concat(moves)}$move$, '%I', quote_ident(current_schema()));
                END $$;
                DROP SCHEMA {NextSchema};
                UPDATE rebuilds SET done = wanted;
                """), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    /// <summary>Whether what tenants use counts every event that the tables show.</summary>
    public static async Task<bool> CountAllAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var count = new NpgsqlCommand(
            "SELECT events = (SELECT coalesce(sum(events), 0) FROM tenant_usage WHERE day = 0) FROM checkpoint",
            connection);
        return (bool)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The statements that give a table of <see cref="NextSchema"/> the indexes of the one in use.</summary>
    private static async Task<string> IndexesAsync(
        NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var read = new NpgsqlCommand("""
            SELECT string_agg(
                replace(pg_get_indexdef(i.oid), format(' ON %I.%I ', n.nspname, t.relname), ' ON ' || $2 || ' ')
                || CASE WHEN x.indisprimary THEN format(';ALTER TABLE %s ADD PRIMARY KEY USING INDEX %I', $2, i.relname)
                    ELSE '' END, ';')
            FROM pg_index x
                JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_class t ON t.oid = x.indrelid
                JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE t.oid = $1::regclass
            """, connection);
        read.Parameters.Add(new() { Value = table });
        read.Parameters.Add(new() { Value = $"{NextSchema}.{table}" });
        return (string)(await read.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
