using Microsoft.Data.Sqlite;

namespace SupplyChain.Journal.Sqlite;

/// <summary>The writing connection with its prepared statements.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _upsert;
    private readonly SqliteStatement _head;
    private readonly SqliteStatement _cause;
    private readonly SqliteStatement _beat;

    /// <summary>Prepares a connection, which it then owns.</summary>
    public SqliteWriter(SqliteConnection connection)
    {
        Connection = connection;
        _begin = new(connection, "BEGIN IMMEDIATE");
        _commit = new(connection, "COMMIT");
        _rollback = new(connection, "ROLLBACK");
        _insert = new(connection, """
            INSERT INTO events (tenant, kind, id, version, type, schema, occurred_at, recorded_at, actor, correlation,
                cause, work, hash, data)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """);
        _upsert = new(connection, """
            INSERT INTO snapshots (tenant, kind, id, state_schema, version, hash, data)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT DO UPDATE SET version = excluded.version, hash = excluded.hash, data = excluded.data
            WHERE excluded.version > version
            """);
        _head = new(connection, SqliteReader.HeadQuery);
        _cause = new(connection, "SELECT 1 FROM events WHERE tenant = ?1 AND kind = ?2 AND id = ?3 AND cause = ?4");
        _beat = new(connection, "UPDATE heartbeat SET beat = beat + 1");
    }

    /// <summary>The connection itself.</summary>
    public SqliteConnection Connection { get; }

    public void Begin() => _begin.Run();
    public void Commit() => _commit.Run();
    public void Rollback() => _rollback.Run();

    /// <summary>Updates the heartbeat row: proves that a commit succeeds.</summary>
    public void Beat() => _beat.Run();

    /// <summary>Inserts a row and tells its position.</summary>
    public Position Insert(JournaledEvent row)
    {
        _insert.Bind(row.Stream).Bind(4, row.Version).Bind(5, row.Type).Bind(6, row.Schema)
            .Bind(7, row.OccurredAt is { } occurredAt ? JournalTime.ToMicroseconds(occurredAt) : null)
            .Bind(8, JournalTime.ToMicroseconds(row.RecordedAt)).Bind(9, row.Actor).Bind(10, row.Correlation)
            .Bind(11, row.Cause).Bind(12, (long)row.Work).Bind(13, row.Hash).Bind(14, row.Data)
            .Run();
        return new(0, 0, SQLitePCL.raw.sqlite3_last_insert_rowid(Connection.Handle));
    }

    /// <summary>Keeps a snapshot unless a newer one is there.</summary>
    public void Upsert(StreamId stream, Snapshot snapshot) =>
        _upsert.Bind(stream).Bind(4, snapshot.StateSchema).Bind(5, snapshot.Version).Bind(6, snapshot.Hash)
            .Bind(7, snapshot.Data).Run();

    /// <summary>The newest version of a stream, 0 when it is empty.</summary>
    public long ReadHead(StreamId stream) => _head.Bind(stream).First(row => row.Int64(0));

    /// <summary>Whether a stream holds an event with that cause.</summary>
    public bool HoldsCause(StreamId stream, string cause) => _cause.Bind(stream).Bind(4, cause).First(_ => true);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in new[] { _begin, _commit, _rollback, _insert, _upsert, _head, _cause, _beat })
        {
            statement.Dispose();
        }
        Connection.Dispose();
    }
}
