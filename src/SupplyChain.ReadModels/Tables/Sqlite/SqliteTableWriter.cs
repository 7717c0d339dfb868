using Microsoft.Data.Sqlite;
using SupplyChain.Journal;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Tables.Sqlite;

/// <summary>Writes to one file of read tables, with statements that are prepared once.</summary>
internal sealed class SqliteTableWriter : ITableWriter
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCheckpoint _checkpoint;
    private readonly List<SqliteStatement> _statements = [];

    /// <summary>Goes on where the file is; owns the connection.</summary>
    public SqliteTableWriter(SqliteConnection connection) => (_connection, _checkpoint) = (connection, new(connection));

    /// <inheritdoc/>
    public Position Position => _checkpoint.Position;

    /// <inheritdoc/>
    public long Events => _checkpoint.Events;

    /// <inheritdoc/>
    public int BatchEvents => 2_000;

    /// <inheritdoc/>
    public IRowWriter Prepare(RowChange change)
    {
        var statement = new SqliteStatement(_connection, SqlDialect.Sqlite.Change(change));
        _statements.Add(statement);
        return new SqliteRowWriter(statement);
    }

    /// <inheritdoc/>
    public ValueTask<bool> WriteAsync(
        Position to, ProjectedBatch batch, Action writeRows, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Write(to, batch.Events, writeRows));

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements.ForEach(statement => statement.Dispose());
        _checkpoint.Dispose();
        _connection.Dispose();
    }

    private bool Write(Position to, int events, Action writeRows)
    {
        _checkpoint.Begin();
        try
        {
            if (!_checkpoint.Advance(to, events))
            {
                _checkpoint.Rollback();
                return false;
            }
            writeRows();
            _checkpoint.Commit();
            return true;
        }
        catch
        {
            _checkpoint.Rollback();
            throw;
        }
    }
}
