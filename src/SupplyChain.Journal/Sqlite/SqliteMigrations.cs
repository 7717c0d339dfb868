using System.Text;
using Microsoft.Data.Sqlite;

namespace SupplyChain.Journal.Sqlite;

/// <summary>
/// Brings a database file to this version's schema: numbered scripts embedded in the assembly, applied once and in
/// order under the write lock, and recorded in <c>migrations</c> with their hash and the hash of the schema they led
/// to.
/// </summary>
internal static class SqliteMigrations
{
    private const string RecordTable = """
        CREATE TABLE IF NOT EXISTS migrations (
            name TEXT PRIMARY KEY, script_hash TEXT NOT NULL, schema_hash TEXT NOT NULL, applied_at INTEGER NOT NULL
        ) STRICT;
        """;

    private sealed record Applied(string Name, string ScriptHash, string SchemaHash);

    /// <summary>Applies what is missing of the scripts.</summary>
    /// <exception cref="SchemaRefusedException">The file's schema is newer than this version, or was changed by
    /// hand.</exception>
    public static void Apply(SqliteConnection connection, List<MigrationScript> scripts, TimeProvider clock)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        Execute(connection, RecordTable);
        var applied = ReadApplied(connection);
        Check(connection, scripts, applied);
        foreach (var script in scripts.Skip(applied.Count))
        {
            Execute(connection, script.Sql);
            Execute(
                connection, "INSERT INTO migrations VALUES ($name, $script, $schema, $at)",
                ("$name", script.Name), ("$script", script.Hash), ("$schema", SchemaHash(connection)),
                ("$at", JournalTime.ToMicroseconds(clock.GetUtcNow())));
        }
        transaction.Commit();
    }

    private static void Check(SqliteConnection connection, List<MigrationScript> scripts, List<Applied> applied)
    {
        var file = connection.DataSource;
        for (var i = 0; i < applied.Count; i++)
        {
            if (i >= scripts.Count)
            {
                throw new SchemaRefusedException(
                    $"{file} was written by a newer version: this one does not know {applied[i].Name}.");
            }
            if (applied[i].Name != scripts[i].Name || applied[i].ScriptHash != scripts[i].Hash)
            {
                throw new SchemaRefusedException(
                    $"{file} was made by another script {applied[i].Name} than this version's {scripts[i].Name}.");
            }
        }
        if (applied.Count > 0 && applied[^1].SchemaHash != SchemaHash(connection))
        {
            throw new SchemaRefusedException(
                $"The tables or indexes of {file} were changed after {applied[^1].Name}; restore a backup.");
        }
    }

    private static List<Applied> ReadApplied(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, script_hash, schema_hash FROM migrations ORDER BY name";
        using var reader = command.ExecuteReader();
        var applied = new List<Applied>();
        while (reader.Read())
        {
            applied.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }
        return applied;
    }

    private static string SchemaHash(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name";
        using var reader = command.ExecuteReader();
        var all = new StringBuilder();
        while (reader.Read())
        {
            all.Append(reader.GetString(0)).Append(";\n");
        }
        return MigrationScript.HashOf(all.ToString());
    }

    private static void Execute(
        SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }
        command.ExecuteNonQuery();
    }
}
