using Microsoft.Data.Sqlite;
using SupplyChain.Journal;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Tables.Sqlite;

/// <summary>A file of read tables. Nothing in it is needed: whatever cannot be used is made anew.</summary>
internal sealed class ReadFile(string path, TimeProvider clock)
{
    private const int Corrupt = 11; // SQLITE_CORRUPT
    private const int NotADatabase = 26; // SQLITE_NOTADB

    // Only a backup can be in the way.
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(5);

    // One script, the sum of every business's: when any of them changes, the file is made anew.
    private static readonly List<MigrationScript> Scripts =
    [
        new("0001_read_models.sql", string.Join(
            '\n', MigrationScript.All(typeof(ReadFile).Assembly, "sqlite").Select(script => script.Sql))),
    ];

    private readonly SqliteFile _file = new(path, LockTimeout);

    /// <summary>Whether the engine found the file broken.</summary>
    public static bool IsBroken(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: Corrupt or NotADatabase } or InvalidDataException;

    /// <summary>A connection that writes; the tables are there.</summary>
    public SqliteConnection OpenWriter()
    {
        try
        {
            return OpenAsItIs();
        }
        catch (Exception unusable) when (unusable is SchemaRefusedException || IsBroken(unusable))
        {
            Delete();
            return OpenAsItIs();
        }
    }

    /// <summary>A connection that reads.</summary>
    public SqliteConnection OpenReader() => _file.OpenReader();

    /// <summary>Removes the file. No connection may have it open.</summary>
    public void Delete()
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(path + suffix);
        }
    }

    /// <summary>Takes the place of another file. No connection may have either open.</summary>
    public void Replace(ReadFile other, string otherPath)
    {
        other.Delete();
        File.Move(path, otherPath);
    }

    private SqliteConnection OpenAsItIs()
    {
        var connection = _file.OpenWriter();
        try
        {
            // Without a flush per commit a power failure takes the newest batches away, and the checkpoint with them.
            using var pragma = connection.CreateCommand();
            pragma.CommandText = "PRAGMA synchronous = NORMAL";
            pragma.ExecuteNonQuery();
            SqliteMigrations.Apply(connection, Scripts, clock);
            using var checkpoint = new SqliteCheckpoint(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
