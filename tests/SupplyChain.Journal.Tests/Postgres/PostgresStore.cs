using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SupplyChain.Tables.Postgres;

namespace SupplyChain.Journal.Postgres;

/// <summary>A journal in a database of its own.</summary>
internal sealed class PostgresStore(string connectionString) : JournalStore
{
    private readonly List<(PostgresJournal Journal, PostgresDatabase Database)> _opened = [];

    /// <summary>How to connect to the database.</summary>
    public string ConnectionString => connectionString;

    /// <summary>Makes a database in a server.</summary>
    public static async Task<PostgresStore> NewAsync(RunningPostgres server) => new(await server.CreateDatabaseAsync());

    /// <summary>
    /// Makes a database whose journal stays in partitions, as the release before made it: it has a row when the script
    /// runs that makes one table of an empty one. The row is gone afterwards.
    /// </summary>
    public static async Task<PostgresStore> NewPartitionedAsync(RunningPostgres server)
    {
        var store = await NewAsync(server);
        var scripts = PostgresMigrations.With(PostgresReadModelServices.Scripts);
        await using var connection = await store.ConnectAsync();
        PostgresMigrations.Apply(
            connection, scripts.FindAll(script => string.CompareOrdinal(script.Name, OneTable) < 0));
        await store.ExecuteAsync("""
            INSERT INTO journal VALUES (
                'demo', 'order', 'first', 1, 'test.noted', 1, NULL, now(), 'tester', 'test', NULL, 0, '', '{}', 0,
                pg_current_xact_id(), 1)
            """);
        PostgresMigrations.Apply(connection, scripts);
        await store.ExecuteAsync("SET session_replication_role = replica; DELETE FROM journal");
        return store;
    }

    /// <summary>The script that makes one table of an empty journal.</summary>
    public const string OneTable = "0019_journal_one_table.sql";

    public override Task<IJournal> OpenAsync(int queuedEvents = 20_000) =>
        Task.FromResult<IJournal>(Open(queuedEvents));

    /// <summary>Opens a journal whose clock is the store's.</summary>
    public PostgresJournal Open(int queuedEvents = 20_000, ILogger? logger = null)
    {
        var options = new PostgresOptions { ConnectionString = connectionString, QueuedEvents = queuedEvents };
        var database = PostgresDatabase.Open(
            options, new(TimeProvider.System), PostgresReadModelServices.Scripts);
        var journal = new PostgresJournal(database, options, Clock, logger ?? NullLogger.Instance);
        _opened.Add((journal, database));
        return journal;
    }

    /// <summary>A connection to the database, for the test itself.</summary>
    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            ApplicationName = "test",
        };
        var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Does something in the database, from outside.</summary>
    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public override async Task<Func<Task>> InsertWithoutCommittingAsync(JournaledEvent row)
    {
        var connection = await ConnectAsync();
        var transaction = await connection.BeginTransactionAsync();
        await new PostgresWriter(connection, new()).InsertAsync([row]);
        return async () =>
        {
            await transaction.CommitAsync();
            await connection.DisposeAsync();
        };
    }

    /// <summary>The server ends the writer's session; a new one is not hindered.</summary>
    public override async Task BreakNextWriteAsync(IJournal journal) => await ExecuteAsync("""
        SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'supplychain journal'
        """);

    public override async ValueTask DisposeAsync()
    {
        foreach (var (journal, database) in _opened)
        {
            await journal.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
