using Npgsql;
using NpgsqlTypes;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// Brings a database to this version's schema: numbered scripts, one sequence for the journal's tables and those of
/// other projects beside them, applied once and in order in one transaction, and recorded in <c>migrations</c> with
/// their hash. Several silos may start at once: one applies, the others wait for it. Scripts of later versions are left
/// alone: they may only add what this version can pass by, and the feature level says when that has ended.
/// </summary>
internal static class PostgresMigrations
{
    // Any number, the same in every version.
    private const long Lock = 0x5375_7070_6c79_4368;

    private const string RecordTable = """
        CREATE TABLE IF NOT EXISTS migrations (
            name text COLLATE "C" PRIMARY KEY, script_hash text NOT NULL, applied_at timestamptz NOT NULL
        )
        """;

    private sealed record Applied(string Name, string ScriptHash)
    {
        public string Number => Name.Split('_')[0];
    }

    /// <summary>The journal's scripts and more, each once, in order.</summary>
    public static List<MigrationScript> With(IEnumerable<MigrationScript> more) =>
        MigrationScript.All("SupplyChain.Journal.Postgres.Migrations").Concat(more).Distinct()
            .OrderBy(script => script.Name, StringComparer.Ordinal).ToList();

    /// <summary>Applies what is missing; needs no lock and no right to create when nothing is.</summary>
    /// <exception cref="SchemaRefusedException">The schema was made by other scripts.</exception>
    public static void Apply(NpgsqlConnection connection, IReadOnlyList<MigrationScript> scripts)
    {
        if (Missing(connection, scripts).Count == 0)
        {
            return;
        }
        using var transaction = connection.BeginTransaction();
        Execute(connection, "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '5min'");
        Execute(connection, $"SELECT pg_advisory_xact_lock({Lock})");
        Execute(connection, RecordTable);
        foreach (var script in Missing(connection, scripts))
        {
            Execute(connection, script.Sql);
            Record(connection, script);
        }
        transaction.Commit();
    }

    /// <summary>Changes nothing.</summary>
    /// <exception cref="SchemaRefusedException">The schema is not this version's.</exception>
    public static void Require(NpgsqlConnection connection, IReadOnlyList<MigrationScript> scripts)
    {
        var missing = Missing(connection, scripts).Count;
        if (missing == scripts.Count)
        {
            throw new SchemaRefusedException(
                $"There is no journal in the database {connection.Database}; "
                + $"name another with {PostgresOptions.Setting}.");
        }
        if (missing > 0)
        {
            throw new SchemaRefusedException(
                $"The database {connection.Database} was written by an older version; a node of this version brings it "
                + "up to date when it starts.");
        }
    }

    /// <summary>The scripts that were not applied. Numbers that are not among ours are passed by: they are a later
    /// version's, or of tables that this process does not use.</summary>
    private static List<MigrationScript> Missing(NpgsqlConnection connection, IReadOnlyList<MigrationScript> scripts)
    {
        var applied = ReadApplied(connection);
        var missing = new List<MigrationScript>();
        foreach (var script in scripts)
        {
            var known = applied.Find(one => one.Number == script.Number);
            if (known is null)
            {
                missing.Add(script);
            }
            else if (known.Name != script.Name || known.ScriptHash != script.Hash)
            {
                throw new SchemaRefusedException(
                    $"The database {connection.Database} was made by another script {known.Name} than this "
                    + $"version's {script.Name}. Name another database, or run the version that made it.");
            }
        }
        return missing;
    }

    private static List<Applied> ReadApplied(NpgsqlConnection connection)
    {
        var applied = new List<Applied>();
        using (var known = new NpgsqlCommand("SELECT to_regclass('migrations') IS NOT NULL", connection))
        {
            if (known.ExecuteScalar() is not true)
            {
                return applied;
            }
        }
        using var command = new NpgsqlCommand("SELECT name, script_hash FROM migrations ORDER BY name", connection);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            applied.Add(new(reader.GetString(0), reader.GetString(1)));
        }
        return applied;
    }

    private static void Record(NpgsqlConnection connection, MigrationScript script)
    {
        using var command = new NpgsqlCommand("INSERT INTO migrations VALUES ($1, $2, clock_timestamp())", connection);
        command.Parameters.Add(new() { Value = script.Name, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = script.Hash, NpgsqlDbType = NpgsqlDbType.Text });
        command.ExecuteNonQuery();
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
