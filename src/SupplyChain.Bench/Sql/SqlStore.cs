using Npgsql;

namespace SupplyChain.Bench.Sql;

/// <summary>
/// Tables a user would write, in a database of their own, filled with the same products and warehouses as the nodes.
/// </summary>
internal sealed class SqlStore : IAsyncDisposable
{
    private const string Schema = "SupplyChain.Bench.Sql.schema.sql";
    private const int MaxPreparedStatements = 20;
    private const int MinUses = 2;

    private readonly BenchDatabase _database;
    private readonly ProcessTimes _times;

    private SqlStore(BenchDatabase database, NpgsqlDataSource source, int? postmaster) =>
        (_database, Source, _times) = (database, source, new([], postmaster));

    /// <summary>Connections, one for each client; statements are prepared.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Makes the database and fills it.</summary>
    /// <param name="server">How to connect to the server.</param>
    /// <param name="load">What is measured.</param>
    /// <param name="units">Units of each product in each warehouse.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<SqlStore> CreateAsync(
        string server, OrderLoad load, long units, CancellationToken cancellationToken)
    {
        var database = await BenchDatabase.CreateAsync(server, cancellationToken);
        var store = new SqlStore(
            database, Connect(database, load.Clients), await database.PostmasterAsync(cancellationToken));
        try
        {
            await store.FillAsync(load, units, cancellationToken);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>CPU time used so far, without the nodes', which rest.</summary>
    public CpuTimes ReadCpu() => CpuTimes.Read(_times);

    /// <summary>How far the server's write-ahead log is, in bytes.</summary>
    public Task<double?> LogBytesAsync(CancellationToken cancellationToken) =>
        _database.LogBytesAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Commits are durable whatever the server's usual setting is.</summary>
    private static NpgsqlDataSource Connect(BenchDatabase database, int clients) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            MaxPoolSize = clients,
            MaxAutoPrepare = MaxPreparedStatements,
            AutoPrepareMinUsages = MinUses,
            NoResetOnClose = true,
            Options = "-c synchronous_commit=on",
        });

    private async Task FillAsync(OrderLoad load, long units, CancellationToken cancellationToken)
    {
        using var script = new StreamReader(typeof(SqlStore).Assembly.GetManifestResourceStream(Schema)!);
        await RunAsync(await script.ReadToEndAsync(cancellationToken), cancellationToken);
        string[] skus = [.. Enumerable.Range(0, load.Skus).Select(load.Sku)];
        await using (var fill = Source.CreateCommand(
            """
            INSERT INTO stock (sku, warehouse, on_hand)
            SELECT sku, warehouse, $3 FROM unnest($1) AS sku, generate_series(0, $2 - 1) AS warehouse
            UNION ALL SELECT $4, 0, $3
            """).With(skus, load.Warehouses, units, load.HotSku))
        {
            await fill.ExecuteNonQueryAsync(cancellationToken);
        }
        await RunAsync("VACUUM ANALYZE stock", cancellationToken);
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
