using Microsoft.Data.Sqlite;
using SupplyChain.Journal;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Tables.Sqlite;

/// <summary>How far a file of read tables is, and the transactions that take it further.</summary>
internal sealed class SqliteCheckpoint : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteStatement _advance;
    private readonly SqliteStatement _read;

    /// <summary>Reads it.</summary>
    public SqliteCheckpoint(SqliteConnection connection)
    {
        _connection = connection;
        _begin = new(connection, "BEGIN IMMEDIATE");
        _commit = new(connection, "COMMIT");
        _rollback = new(connection, "ROLLBACK");
        _advance = new(connection, "UPDATE checkpoint SET position = ?1, events = events + ?2 WHERE position = ?3");
        _read = new(connection, "SELECT position, events FROM checkpoint");
        Read();
    }

    /// <summary>The position of the newest event taken in.</summary>
    public Position Position { get; private set; }

    /// <summary>How many events were taken in.</summary>
    public long Events { get; private set; }

    /// <summary>Begins a transaction.</summary>
    public void Begin() => _begin.Run();

    /// <summary>Ends it; from now on the tables show its events.</summary>
    public void Commit()
    {
        _commit.Run();
        Read();
    }

    /// <summary>Ends it as if it had not begun.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _rollback.Run();
        }
        Read();
    }

    /// <summary>Moves on within the transaction; false when another writer has moved it since it was read.</summary>
    public bool Advance(Position to, int events)
    {
        _advance.Bind(1, to.ToString()).Bind(2, events).Bind(3, Position.ToString()).Run();
        return SQLitePCL.raw.sqlite3_changes(_connection.Handle) == 1;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in new[] { _begin, _commit, _rollback, _advance, _read })
        {
            statement.Dispose();
        }
    }

    private void Read() => (Position, Events) = _read.First(row =>
        Position.TryParse(row.Text(0), out var position)
            ? (position, row.Int64(1))
            : throw new InvalidDataException("The checkpoint is not a position."));
}
