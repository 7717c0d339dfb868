using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using SupplyChain.Operations;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// The feature level of a cluster's database. Each node says once a second which level it can read and hears which one
/// the database has. A raise locks the level, and a node takes the same lock when it first says what it reads: so
/// either the raise sees the node, or the node sees the raise.
/// </summary>
public sealed partial class PostgresFeatureLevel : BackgroundService, IFeatureLevel
{
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(1);

    private const string Tell = """
        INSERT INTO feature_readers (node, reads_up_to, seen_at) VALUES ($1, $2, clock_timestamp())
        ON CONFLICT (node) DO UPDATE SET reads_up_to = excluded.reads_up_to, seen_at = excluded.seen_at
        """;

    private const string Hear = "SELECT level FROM feature_level";

    // Nodes that stand still longer hear of a raise when they go on, before they can have said anything.
    private const string Behind = """
        SELECT node, reads_up_to FROM feature_readers
        WHERE reads_up_to < $1 AND seen_at > clock_timestamp() - interval '30 s' ORDER BY node
        """;

    private readonly NpgsqlDataSource _pool;
    private readonly string _node;
    private readonly int _newest;
    private readonly IHostApplicationLifetime? _lifetime;
    private readonly ILogger _logger;
    private volatile int _current;

    /// <summary>The level of a database that was opened.</summary>
    public PostgresFeatureLevel(
        PostgresDatabase database, ILogger<PostgresFeatureLevel> logger, IHostApplicationLifetime? lifetime = null)
        : this(
            database, $"{Environment.MachineName}, process {Environment.ProcessId}", FeatureLevel.Newest, logger,
            lifetime)
    {
    }

    internal PostgresFeatureLevel(
        PostgresDatabase database, string node, int newest, ILogger logger, IHostApplicationLifetime? lifetime = null)
    {
        (_pool, _node, _newest, _logger, _lifetime) = (database.Queries, node, newest, logger, lifetime);
        _current = Math.Min(database.Level, newest);
    }

    /// <inheritdoc/>
    public int Current => _current;

    /// <summary>
    /// Refuses a database with events that a release may not be able to read. One without events is raised to the
    /// newest level at once, unless another node uses it.
    /// </summary>
    /// <returns>The level.</returns>
    /// <exception cref="SchemaRefusedException">Its level is too high.</exception>
    internal static int Open(NpgsqlConnection connection, int newest, bool mayRaise)
    {
        if (mayRaise)
        {
            using var raise = new NpgsqlCommand("""
                UPDATE feature_level SET level = $1 WHERE level < $1
                    AND NOT EXISTS (SELECT FROM journal) AND NOT EXISTS (SELECT FROM feature_readers)
                """, connection);
            raise.Parameters.Add(new() { Value = newest, NpgsqlDbType = NpgsqlDbType.Integer });
            raise.ExecuteNonQuery();
        }
        using var read = new NpgsqlCommand(Hear, connection);
        var level = (int)read.ExecuteScalar()!;
        return level <= newest
            ? level
            : throw SchemaRefusedException.LevelTooHigh($"The database {connection.Database}", level, newest);
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var connection = await _pool.OpenConnectionAsync(cancellationToken))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var tell = Telling(connection);
            await tell.ExecuteNonQueryAsync(cancellationToken);
            await using var hear = new NpgsqlCommand($"{Hear} FOR SHARE", connection);
            var level = (int)(await hear.ExecuteScalarAsync(cancellationToken))!;
            if (level > _newest)
            {
                throw SchemaRefusedException.LevelTooHigh($"The database {connection.Database}", level, _newest);
            }
            await transaction.CommitAsync(cancellationToken);
            _current = level;
        }
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var leave = _pool.CreateCommand("DELETE FROM feature_readers WHERE node = $1");
            leave.Parameters.Add(new() { Value = _node, NpgsqlDbType = NpgsqlDbType.Text });
            await leave.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception failure) when (Unavailable.IsProviders(failure))
        {
            // What is not heard of runs no longer, a little later.
        }
    }

    /// <inheritdoc/>
    public async Task<LevelReply> RaiseAsync(int level, CancellationToken cancellationToken = default)
    {
        if (level > _newest)
        {
            return new(_current, [$"{_node}: {_newest}"]);
        }
        try
        {
            await using var connection = await _pool.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var hear = new NpgsqlCommand($"{Hear} FOR UPDATE", connection);
            var before = (int)(await hear.ExecuteScalarAsync(cancellationToken))!;
            if (before >= level)
            {
                return new(before, []);
            }
            if (await BehindAsync(connection, level, cancellationToken) is { Count: > 0 } behind)
            {
                return new(before, behind);
            }
            await using var raise = new NpgsqlCommand("UPDATE feature_level SET level = $1", connection);
            raise.Parameters.Add(new() { Value = level, NpgsqlDbType = NpgsqlDbType.Integer });
            await raise.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            _current = level;
            LogRaised(before, level);
            return new(level, []);
        }
        catch (Exception failure) when (Unavailable.IsProviders(failure))
        {
            throw new JournalUnavailableException("The feature level could not be raised.", failure);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(HeartbeatInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TellAndHearAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task TellAndHearAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await _pool.OpenConnectionAsync(cancellationToken);
            await using var hear = new NpgsqlCommand(Hear, connection);
            var level = (int)(await hear.ExecuteScalarAsync(cancellationToken))!;
            if (level > _newest)
            {
                LogLeftBehind(level, _newest);
                _lifetime?.StopApplication();
                return;
            }
            _current = level;
            await using var tell = Telling(connection);
            await tell.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception failure) when (Unavailable.IsProviders(failure))
        {
            // Without the database nothing is written either.
        }
    }

    private NpgsqlCommand Telling(NpgsqlConnection connection)
    {
        var tell = new NpgsqlCommand(Tell, connection);
        tell.Parameters.Add(new() { Value = _node, NpgsqlDbType = NpgsqlDbType.Text });
        tell.Parameters.Add(new() { Value = _newest, NpgsqlDbType = NpgsqlDbType.Integer });
        return tell;
    }

    private static async Task<Items<string>> BehindAsync(
        NpgsqlConnection connection, int level, CancellationToken cancellationToken)
    {
        await using var ask = new NpgsqlCommand(Behind, connection);
        ask.Parameters.Add(new() { Value = level, NpgsqlDbType = NpgsqlDbType.Integer });
        await using var reader = await ask.ExecuteReaderAsync(cancellationToken);
        var behind = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            behind.Add($"{reader.GetString(0)}: {reader.GetInt32(1)}");
        }
        return behind.ToItems();
    }

    [LoggerMessage(LogLevel.Information, "The database was raised from feature level {Before} to {Level}.")]
    private partial void LogRaised(int before, int level);

    [LoggerMessage(
        LogLevel.Critical,
        "The database was raised to feature level {Level}, and this version reads up to {Newest}: the node stops.")]
    private partial void LogLeftBehind(int level, int newest);
}
