using System.Globalization;
using System.Net;
using Npgsql;

namespace SupplyChain.Bench;

/// <summary>A database under measurement.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private const int MaxConnections = 4;

    private readonly NpgsqlDataSource _source;
    private readonly string? _maintenance;

    private BenchDatabase(string connection, string? maintenance) =>
        (ConnectionString, _maintenance, _source) = (connection, maintenance, NpgsqlDataSource.Create(connection));

    /// <summary>How to connect to it; it may hold a password.</summary>
    public string ConnectionString { get; }

    /// <summary>One that is there already.</summary>
    /// <exception cref="VerbException">The connection string is none.</exception>
    public static BenchDatabase Existing(string connection) => new(Limited(connection).ConnectionString, null);

    /// <summary>An empty one beside the one that was named; it goes when this object does.</summary>
    /// <exception cref="VerbException">It cannot be made.</exception>
    public static async Task<BenchDatabase> CreateAsync(string connection, CancellationToken cancellationToken)
    {
        var settings = Limited(connection);
        if (string.IsNullOrEmpty(settings.Database))
            settings.Database = "postgres"; // Every server has it; only the new one is written to.
        var maintenance = settings.ConnectionString;
        settings.Database = $"supplychain_bench_{Guid.NewGuid():N}";
        try
        {
            await RunAsync(maintenance, $"CREATE DATABASE {settings.Database} TEMPLATE template0 ENCODING 'UTF8'",
                cancellationToken);
        }
        catch (NpgsqlException failure)
        {
            throw new VerbException(
                $"--postgres: a database for the measurement cannot be made: {failure.Message}", inner: failure);
        }
        return new(settings.ConnectionString, maintenance);
    }

    /// <summary>How many events its journal holds.</summary>
    public async Task<long> EventsAsync(CancellationToken cancellationToken)
    {
        await using var count = _source.CreateCommand("SELECT count(*) FROM journal");
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>How far the server's write-ahead log is, in bytes.</summary>
    public async Task<double?> LogBytesAsync(CancellationToken cancellationToken)
    {
        await using var ask = _source.CreateCommand("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn");
        return (double)(decimal)(await ask.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The server's first process; null when the server is on another machine.</summary>
    public async Task<int?> PostmasterAsync(CancellationToken cancellationToken)
    {
        await using var ask = _source.CreateCommand("SELECT pg_backend_pid()");
        var session = (int)(await ask.ExecuteScalarAsync(cancellationToken))!;
        var host = new NpgsqlConnectionStringBuilder(ConnectionString).Host!;
        var isHere = host.StartsWith('/') || host == "localhost"
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        return isHere ? ProcessTimes.Parent(session) : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        if (_maintenance is null)
            return;
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        await RunAsync(_maintenance, string.Create(
            CultureInfo.InvariantCulture, $"DROP DATABASE {name} WITH (FORCE)"), CancellationToken.None);
    }

    private static NpgsqlConnectionStringBuilder Limited(string connection)
    {
        try
        {
            return new(connection) { MaxPoolSize = MaxConnections };
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidCastException)
        {
            // What the provider says may repeat the password.
            throw new VerbException("--postgres is no connection string.", ExitCode.BadUsage);
        }
    }

    private static async Task RunAsync(string connection, string sql, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
