using Microsoft.Data.Sqlite;

namespace SupplyChain.Journal.Sqlite;

/// <summary>One database file and how connections to it are opened.</summary>
internal sealed record SqliteFile(string Path, TimeSpan LockTimeout)
{
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
