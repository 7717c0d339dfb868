using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SupplyChain.Journal.Postgres;
using SupplyChain.Operations;
using SupplyChain.Tables;
using SupplyChain.Tables.Postgres;

namespace SupplyChain.Journal.ReadModels.Postgres;

/// <summary>Read tables in a database; several may share one, as silos do.</summary>
internal sealed class PostgresReadSide(string connectionString) : ReadSide
{
    private readonly List<NpgsqlConnection> _projecting = [];
    private PostgresDatabase _database = null!;
    private PostgresReadPool _pool = null!;

    /// <summary>Read tables in a new database.</summary>
    public static async Task<ReadSide> OpenAsync(IJournal journal)
    {
        var server = await RunningPostgres.SharedAsync();
        return await new PostgresReadSide(await server.CreateDatabaseAsync()).StartAsync(journal);
    }

    /// <summary>Another silo on the same database.</summary>
    public async Task<PostgresReadSide> JoinAsync() =>
        (PostgresReadSide)await new PostgresReadSide(connectionString).StartAsync(Journal);

    public override async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public override async Task<ITableWriter> NewWriterAsync()
    {
        var connection = await ConnectAsync();
        _projecting.Add(connection);
        return await PostgresTableWriter.OpenAsync(connection, "", default);
    }

    /// <summary>Takes part in who leads, without doing anything else.</summary>
    public Task<ProjectionSession> NewSessionAsync() => ProjectionSession.OpenAsync(_database.Projections, default);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var connection in _projecting)
        {
            await connection.DisposeAsync();
        }
    }

    protected override (IProjectionStore Store, IReadPool Pool) Open()
    {
        _database = PostgresDatabase.Open(
            new() { ConnectionString = connectionString }, new(TimeProvider.System), PostgresReadModelServices.Scripts,
            PostgresLayout.Schema);
        _pool = new(_database.Queries);
        var store = new PostgresProjectionStore(
            _database.Projections, _database.Queries, Journal, new SystemBusinessClock(TimeProvider.System),
            NullLogger.Instance);
        return (store, _pool);
    }

    protected override async Task CloseStoreAsync()
    {
        _pool.Dispose();
        await _database.DisposeAsync();
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false, SearchPath = $"{PostgresLayout.Schema}, public",
        };
        var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
