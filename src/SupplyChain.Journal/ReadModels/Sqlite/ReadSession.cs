using Microsoft.Data.Sqlite;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>A reading connection that keeps the statements it has prepared. Used by one thread at a time.</summary>
internal sealed class ReadSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    /// <summary>The prepared statement; the texts are ours, so there are few.</summary>
    public SqliteStatement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
            {
                _statements[sql] = statement = new(connection, sql);
            }
            return statement;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
        connection.Dispose();
    }
}
