using Microsoft.Data.Sqlite;

namespace SupplyChain.Journal.Sqlite;

/// <summary>A reading connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    /// <summary>One row: the newest version of a stream, 0 when it is empty.</summary>
    public const string HeadQuery =
        "SELECT coalesce(max(version), 0) FROM events WHERE tenant = ?1 AND kind = ?2 AND id = ?3";

    /// <summary>Tenants are found one after the other: the index leads from each to the next.</summary>
    private const string HeadsQuery = """
        WITH RECURSIVE tenants(tenant) AS (
            SELECT min(tenant) FROM events WHERE version = 1
            UNION ALL
            SELECT (SELECT min(e.tenant) FROM events e WHERE e.version = 1 AND e.tenant > tenants.tenant) FROM tenants
            WHERE tenants.tenant IS NOT NULL)
        SELECT e.tenant, e.id, (
            SELECT max(h.version) FROM events h WHERE h.tenant = e.tenant AND h.kind = e.kind AND h.id = e.id)
        FROM tenants JOIN events e ON e.version = 1 AND e.tenant = tenants.tenant AND e.kind = ?1
        ORDER BY e.tenant, e.id
        """;

    private const string Columns = """
        SELECT tenant, kind, id, version, type, schema, data, occurred_at, recorded_at, actor, correlation, cause, work,
            hash, position
        FROM events
        """;

    // Sorts behind every text that begins with the one before it.
    private const string LastCharacter = "\U0010FFFF";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _snapshot;
    private readonly SqliteStatement _stream;
    private readonly SqliteStatement _cause;
    private readonly SqliteStatement _head;
    private readonly SqliteStatement _streams;
    private readonly SqliteStatement _heads;
    private readonly SqliteStatement _tail;
    private readonly SqliteStatement _back;
    private readonly SqliteStatement _tailPosition;

    /// <summary>Prepares a connection, which it then owns.</summary>
    public SqliteReader(SqliteConnection connection)
    {
        _connection = connection;
        _snapshot = new(connection, """
            SELECT version, data, hash FROM snapshots WHERE tenant = ?1 AND kind = ?2 AND id = ?3 AND state_schema = ?4
            """);
        _stream = new(connection, Columns + """
             WHERE tenant = ?1 AND kind = ?2 AND id = ?3 AND version BETWEEN ?4 AND ?5 ORDER BY version LIMIT ?6
            """);
        _cause = new(connection, Columns + " WHERE tenant = ?1 AND kind = ?2 AND id = ?3 AND cause = ?4");
        _head = new(connection, HeadQuery);
        _streams = new(connection, """
            SELECT id FROM events
            WHERE version = 1 AND tenant = ?1 AND kind = ?2 AND id >= ?3 AND id < ?4 AND id > ?5 ORDER BY id LIMIT ?6
            """);
        _heads = new(connection, HeadsQuery);
        _tail = new(connection, Columns + " WHERE position > ?1 ORDER BY position LIMIT ?2");
        _back = new(connection, Columns + " WHERE position < ?1 ORDER BY position DESC LIMIT ?2");
        _tailPosition = new(connection, "SELECT coalesce(max(position), 0) FROM events");
    }

    public Snapshot? Snapshot(StreamId stream, int stateSchema) => _snapshot.Bind(stream).Bind(4, stateSchema)
        .First(row => new Snapshot(stateSchema, row.Int64(0), row.Bytes(1), row.Bytes(2)));

    public List<JournaledEvent> Stream(StreamId stream, long from, long to = long.MaxValue, long limit = -1) =>
        _stream.Bind(stream).Bind(4, from).Bind(5, to).Bind(6, limit).All(Row);

    public JournaledEvent? Cause(StreamId stream, string cause) => _cause.Bind(stream).Bind(4, cause).First(Row);

    public long Head(StreamId stream) => _head.Bind(stream).First(row => row.Int64(0));

    public List<StreamId> Streams(TenantId tenant, string kind, string prefix, string after, int limit) =>
        _streams.Bind(new StreamId(tenant, kind, prefix)).Bind(4, prefix + LastCharacter).Bind(5, after).Bind(6, limit)
            .All(row => new StreamId(tenant, kind, row.Text(0)));

    public List<StreamHead> Heads(string kind) => _heads.Bind(1, kind)
        .All(row => new StreamHead(new(row.Text(0), kind, row.Text(1)), row.Int64(2)));

    public List<JournaledEvent> Tail(Position after, int limit) => _tail.Bind(1, after.Number).Bind(2, limit).All(Row);

    public List<JournaledEvent> Back(Position before, int limit) =>
        _back.Bind(1, before.Number).Bind(2, limit).All(Row);

    public Position TailPosition() => new(0, 0, _tailPosition.First(row => row.Int64(0)));

    /// <inheritdoc/>
    public void Dispose()
    {
        SqliteStatement[] statements =
            [_snapshot, _stream, _cause, _head, _streams, _heads, _tail, _back, _tailPosition];
        foreach (var statement in statements)
        {
            statement.Dispose();
        }
        _connection.Dispose();
    }

    private static JournaledEvent Row(SqliteStatement row) => new(
        new(row.Text(0), row.Text(1), row.Text(2)),
        row.Int64(3),
        row.Text(4),
        (int)row.Int64(5),
        row.Bytes(6),
        row.IsNull(7) ? null : JournalTime.FromMicroseconds(row.Int64(7)),
        JournalTime.FromMicroseconds(row.Int64(8)),
        row.Text(9),
        row.Text(10),
        row.IsNull(11) ? null : row.Text(11),
        (int)row.Int64(12),
        row.Bytes(13),
        new(0, 0, row.Int64(14)));
}
