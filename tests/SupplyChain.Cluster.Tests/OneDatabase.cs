using Npgsql;
using SupplyChain.Journal.Postgres;
using Xunit;

[assembly: AssemblyFixture(typeof(SupplyChain.OneDatabase))]

namespace SupplyChain;

/// <summary>One database with this version's schema for all tests; every test uses a cluster of its own.</summary>
public sealed class OneDatabase : IAsyncLifetime
{
    private NpgsqlDataSource _source = null!;

    /// <summary>How Orleans connects to it.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var server = await RunningPostgres.SharedAsync();
        ConnectionString = await server.CreateDatabaseAsync();
        await using var migrated = PostgresDatabase.Open(
            new() { ConnectionString = ConnectionString }, new ClusterTime(TimeProvider.System));
        _source = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <summary>A connection of the test's own.</summary>
    public ValueTask<NpgsqlConnection> ConnectAsync() => _source.OpenConnectionAsync();

    /// <summary>One value.</summary>
    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
