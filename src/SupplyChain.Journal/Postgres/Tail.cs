using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// Reads the journal in commit order. A number from a sequence would not be one: a transaction that took a lower number
/// can commit later. So a row can be read once every transaction that began to write before it has ended.
/// </summary>
internal static class Tail
{
    /// <summary>The oldest transaction of the server that may still write.</summary>
    public const string Horizon = "pg_snapshot_xmin(pg_current_snapshot())";

    /// <summary>Which rows of the table <c>j</c> can be read: all of an older epoch, and those before the
    /// horizon.</summary>
    public const string Readable =
        $"(j.epoch, j.xid, j.n) < ((SELECT epoch FROM journal_server), {Horizon}, 0::bigint)";

    private const string After = $"""
        SELECT {JournalRows.Columns} FROM journal j WHERE (j.epoch, j.xid, j.n) > ($1, $2, $3) AND {Readable}
        ORDER BY j.epoch, j.xid, j.n LIMIT $4
        """;

    private const string Before = $"""
        SELECT {JournalRows.Columns} FROM journal j WHERE (j.epoch, j.xid, j.n) < ($1, $2, $3) AND {Readable}
        ORDER BY j.epoch DESC, j.xid DESC, j.n DESC LIMIT $4
        """;

    private const string Newest = $"""
        SELECT j.epoch, j.xid, j.n FROM journal j WHERE {Readable}
        ORDER BY j.epoch DESC, j.xid DESC, j.n DESC LIMIT 1
        """;

    // Counting them would read them. The server estimates when it analyses a table, and not before.
    private const string About = """
        SELECT coalesce(sum(c.reltuples), 0)::bigint FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'journal'::regclass AND c.reltuples > 0
        """;

    /// <summary>The rows after a position, at most a number.</summary>
    public static async Task<IReadOnlyList<JournaledEvent>> ReadAsync(
        NpgsqlConnection connection, Position after, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(After, connection).With(after).With(limit);
        return await command.AllAsync(JournalRows.Read, cancellationToken);
    }

    /// <summary>The rows before a position, the newest first, at most a number.</summary>
    public static async Task<IReadOnlyList<JournaledEvent>> ReadBackAsync(
        NpgsqlConnection connection, Position before, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Before, connection).With(before).With(limit);
        return await command.AllAsync(JournalRows.Read, cancellationToken);
    }

    /// <summary>The position of the newest row that can be read.</summary>
    public static async Task<Position> NewestAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Newest, connection);
        var positions = await command.AllAsync(row => JournalRows.ReadPosition(row, 0), cancellationToken);
        return positions.Count > 0 ? positions[0] : Position.Start;
    }

    /// <summary>About how many rows there are; null when the server does not know.</summary>
    public static async Task<long?> AboutAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(About, connection);
        var about = (await command.AllAsync(row => row.GetInt64(0), cancellationToken))[0];
        return about > 0 ? about : null;
    }
}
