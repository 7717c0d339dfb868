using Npgsql;
using NpgsqlTypes;

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

    // Of a row that the reader has in memory: where it is, and its hash.
    private const string News = $"""
        SELECT CASE WHEN j.own THEN NULL ELSE j.tenant END, CASE WHEN j.own THEN NULL ELSE j.kind END,
            CASE WHEN j.own THEN NULL ELSE j.id END, j.version, CASE WHEN j.own THEN NULL ELSE j.type END, j.schema,
            CASE WHEN j.own THEN NULL ELSE j.data END, CASE WHEN j.own THEN NULL ELSE j.occurred_at END,
            CASE WHEN j.own THEN NULL ELSE j.recorded_at END, CASE WHEN j.own THEN NULL ELSE j.actor END,
            CASE WHEN j.own THEN NULL ELSE j.correlation END, CASE WHEN j.own THEN NULL ELSE j.cause END, j.work,
            j.hash, j.epoch, j.xid, j.n
        FROM (
            SELECT {JournalRows.Columns}, j.xid = ANY ($5) AS own
            FROM journal j WHERE (j.epoch, j.xid, j.n) > ($1, $2, $3) AND {Readable}
            ORDER BY j.epoch, j.xid, j.n LIMIT $4) j
        ORDER BY j.epoch, j.xid, j.n
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
        SELECT coalesce(sum(c.reltuples), 0)::bigint FROM pg_class c
        WHERE c.relkind = 'r' AND c.reltuples > 0 AND (c.oid = 'journal'::regclass
            OR c.oid IN (SELECT i.inhrelid FROM pg_inherits i WHERE i.inhparent = 'journal'::regclass))
        """;

    /// <summary>The rows after a position, at most a number.</summary>
    public static async Task<IReadOnlyList<JournaledEvent>> ReadAsync(
        NpgsqlConnection connection, Position after, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(After, connection).With(after).With(limit);
        return await command.AllAsync(JournalRows.Read, cancellationToken);
    }

    /// <summary>The same; rows that this process wrote come from memory, where the journal has them as they are
    /// there.</summary>
    public static async Task<IReadOnlyList<JournaledEvent>> ReadNewsAsync(
        NpgsqlConnection connection, OwnRows own, Position after, int limit, CancellationToken cancellationToken)
    {
        var transactions = own.Transactions(after, limit);
        if (transactions.Length > 0)
        {
            await using var command = new NpgsqlCommand(News, connection).With(after).With(limit)
                .With(NpgsqlDbType.Array | NpgsqlDbType.Xid8, transactions);
            var rows = await command.AllAsync(row => Known(row, own), cancellationToken);
            if (rows.TrueForAll(row => row is not null))
            {
                return rows!;
            }
        }
        return await ReadAsync(connection, after, limit, cancellationToken);
    }

    /// <summary>The rows before a position, the newest first, at most a number.</summary>
    public static async Task<IReadOnlyList<JournaledEvent>> ReadBackAsync(
        NpgsqlConnection connection, Position before, int limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Before, connection).With(before).With(limit);
        return await command.AllAsync(JournalRows.Read, cancellationToken);
    }

    /// <summary>A row of <see cref="News"/>; null when it is not the one in memory, or no longer there.</summary>
    private static JournaledEvent? Known(NpgsqlDataReader row, OwnRows own) =>
        !row.IsDBNull(0) ? JournalRows.Read(row)
        : own.TryGet(JournalRows.ReadPosition(row, 14), row.GetFieldValue<byte[]>(13), out var known) ? known
        : null;

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
