using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplyChain.Journal.Sqlite;

/// <summary>One database file and how connections to it are opened.</summary>
internal sealed record SqliteFile(string Path, TimeSpan LockTimeout)
{
    /// <summary>
    /// Before anything is opened: the engine counts every allocation of all connections behind one lock, and
    /// the counts are not used. An engine that runs already goes on counting.
    /// </summary>
    static SqliteFile()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>
    /// A connection that writes durably: what it has committed survives a power failure. A log of 64 MB before it is
    /// copied into the file nearly doubles the throughput of the engine's default of 4 MB: pages written again and
    /// again are copied once, and the log is overwritten in place instead of growing.
    /// </summary>
    public SqliteConnection OpenWriter() => Open("""
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 16384;
        """);

    /// <summary>A connection that only reads.</summary>
    public SqliteConnection OpenReader() => Open("PRAGMA query_only = ON;");

    private SqliteConnection Open(string pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Pooling = false,
            DefaultTimeout = 1, // the engine waits for locks itself, see busy_timeout
        }.ToString());
        try
        {
            connection.Open();
            // Else a statement is prepared anew whenever a value that its plan may depend on is bound.
            _ = raw.sqlite3_db_config(connection.Handle!, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = {(long)LockTimeout.TotalMilliseconds};\n" + pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
