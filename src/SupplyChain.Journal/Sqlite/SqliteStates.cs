using Microsoft.Data.Sqlite;

namespace SupplyChain.Journal.Sqlite;

/// <summary>
/// What actors keep that has no history, in a file of its own (<c>states.db</c>): Orleans' grain storage writes to it,
/// and never waits for the journal.
/// </summary>
public sealed class SqliteStates
{
    private const int LockTimeoutSeconds = 5;

    /// <summary>Opens or creates the states of a data directory.</summary>
    /// <exception cref="SchemaRefusedException">The file's schema is not this version's.</exception>
    public SqliteStates(DataDirectory directory, SqliteJournalOptions options, TimeProvider clock)
    {
        var path = directory.File("states.db");
        using var connection = new SqliteFile(path, options.LockTimeout).OpenWriter();
        SqliteMigrations.Apply(connection, MigrationScript.All("SupplyChain.Journal.Sqlite.StateMigrations"), clock);
        OrleansConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            DefaultTimeout = LockTimeoutSeconds,
            // A connection that is kept keeps the file open after the node has ended.
            Pooling = false,
        }.ToString();
    }

    /// <summary>How Orleans opens it. Without a pragma the engine writes as durably as it can.</summary>
    public string OrleansConnectionString { get; }
}
