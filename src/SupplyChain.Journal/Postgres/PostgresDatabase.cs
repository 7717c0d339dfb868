using Npgsql;
using SupplyChain.Operations;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// The connections of one silo, at most 22, in a pool for each purpose, so that no purpose starves another. All lead
/// to the primary. The holder of this object has a database whose settings were checked and whose schema is this
/// version's.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable, IDisposable
{
    // One works. The others are for statements that were given up and must not be cancelled.
    private const int MaxWriterConnections = 3;
    private const int MaxPreparedStatements = 50;
    private const int MaxLoaderConnections = 4;
    private const int MaxProjectionConnections = 5;
    private const int MaxQueryConnections = 6;
    private const int MaxOrleansConnections = 4;

    private readonly string _applicationName;
    private readonly NpgsqlConnectionStringBuilder _given;
    private NpgsqlDataSource? _projections;
    private NpgsqlDataSource? _queries;

    private PostgresDatabase(PostgresOptions options, ClusterTime time)
    {
        Time = time;
        (_applicationName, _given) = (options.ApplicationName, options.Parse());
        Writer = Source("journal", MaxWriterConnections, "on");
        Loader = Source("loader", MaxLoaderConnections, "on");
        OrleansConnectionString = For("orleans", MaxOrleansConnections, "on").ConnectionString;
    }

    /// <summary>The time this database tells.</summary>
    public ClusterTime Time { get; }

    /// <summary>The feature level it had when it was opened.</summary>
    internal int Level { get; private set; }

    /// <summary>The database and its server, without user and password.</summary>
    public string Name => $"{_given.Database ?? _given.Username} on {_given.Host}:{_given.Port}";

    /// <summary>For the group commit alone.</summary>
    internal NpgsqlDataSource Writer { get; }

    /// <summary>Connections that load streams in batches.</summary>
    internal NpgsqlDataSource Loader { get; }

    /// <summary>
    /// Connections for what can be made again from the journal: read tables and snapshots. A commit does not wait for
    /// the disk.
    /// </summary>
    public NpgsqlDataSource Projections =>
        _projections ?? throw new InvalidOperationException("The database is not open.");

    /// <summary>Connections that answer lists and figures.</summary>
    public NpgsqlDataSource Queries => _queries ?? throw new InvalidOperationException("The database is not open.");

    /// <summary>
    /// For Orleans, which makes a pool of its own from it. It holds the password: never log it.
    /// </summary>
    public string OrleansConnectionString { get; }

    /// <summary>
    /// Checks the server, brings the schema to this version's under a lock, and asks for the time, so that nothing is
    /// decided by a wrong clock.
    /// </summary>
    /// <exception cref="DatabaseUnusableException">The server cannot be reached, or not be used as it is.</exception>
    /// <exception cref="SchemaRefusedException">The schema is newer than this version, or another one; or it is older,
    /// or missing, and not to be made.</exception>
    public static PostgresDatabase Open(PostgresOptions options, ClusterTime time) => Open(options, time, []);

    /// <summary>The same with <paramref name="more"/> scripts than the journal's: of tables that lie beside its, where
    /// <paramref name="schema"/> says, and hide those of the same names behind it.</summary>
    internal static PostgresDatabase Open(
        PostgresOptions options, ClusterTime time, IEnumerable<MigrationScript> more, string? schema = null)
    {
        var database = new PostgresDatabase(options, time);
        try
        {
            using var connection = PostgresServer.Connect(database.Writer);
            PostgresServer.Check(connection);
            var scripts = PostgresMigrations.With(more);
            if (options.MakesSchema)
                PostgresMigrations.Apply(connection, scripts);
            else
                PostgresMigrations.Require(connection, scripts);
            database.Level = PostgresFeatureLevel.Open(connection, FeatureLevel.Newest, options.MakesSchema);
#pragma warning disable VSTHRD002 // The node starts; it has nothing else to do.
            Epochs.RaiseIfStartedOverAsync(connection).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
            PostgresServer.ReadTime(connection, time);
            database.OpenTables(schema, PostgresServer.ReadSearchPath(connection));
            return database;
        }
        catch (NpgsqlException failure)
        {
            database.Dispose();
            throw PostgresServer.Explain(failure);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Writer.Dispose();
        Loader.Dispose();
        _projections?.Dispose();
        _queries?.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Loader.DisposeAsync();
        await (_projections?.DisposeAsync() ?? default);
        await (_queries?.DisposeAsync() ?? default);
    }

    private void OpenTables(string? schema, string searchPath)
    {
        var path = schema is null ? null : $"{schema}, {searchPath}";
        _projections = Source("projections", MaxProjectionConnections, "off", path);
        _queries = Source("queries", MaxQueryConnections, "on", path);
    }

    private NpgsqlDataSource Source(
        string purpose, int connections, string synchronousCommit, string? searchPath = null)
    {
        var settings = For(purpose, connections, synchronousCommit);
        settings.SearchPath = searchPath ?? settings.SearchPath;
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString)
        {
            Name = $"{_applicationName} {purpose}", // what metrics show instead of the connection string
        };
        return IsMultiHost
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary)
            : builder.Build();
    }

    private bool IsMultiHost => _given.Host!.Contains(',');

    private NpgsqlConnectionStringBuilder For(string purpose, int connections, string synchronousCommit)
    {
        var settings = new NpgsqlConnectionStringBuilder(_given.ConnectionString)
        {
            ApplicationName = $"{_applicationName} {purpose}",
            Pooling = true,
            MinPoolSize = 0,
            MaxPoolSize = connections,
            Options = string.Join(' ', new[] { _given.Options, SessionSettings(synchronousCommit) }
                .Where(part => !string.IsNullOrEmpty(part))),
            // A call has ten seconds altogether, so waiting for one connection must not use them up.
            Timeout = Math.Min(_given.Timeout, 3),
            CommandTimeout = Math.Min(_given.CommandTimeout, 6),
            // Most statements cost less than planning them does.
            MaxAutoPrepare = MaxPreparedStatements,
            HostRecheckSeconds = 1,
            TcpKeepAlive = true,
            TcpKeepAliveTime = 5,
            TcpKeepAliveInterval = 1,
        };
        if (IsMultiHost)
        {
            settings.TargetSessionAttributes = "primary";
        }
        else
        {
            settings.Remove("Target Session Attributes");
        }
        return settings;
    }

    /// <summary>
    /// Given when the connection starts, so that they stay when a pool resets it. Every statement commits on its own
    /// and sees what was committed before it, whatever the server's defaults are.
    /// </summary>
    private static string SessionSettings(string synchronousCommit) => string.Join(' ',
        $"-c synchronous_commit={synchronousCommit}",
        "-c default_transaction_isolation=read\\ committed",
        "-c statement_timeout=5s",
        "-c lock_timeout=2s",
        "-c idle_in_transaction_session_timeout=10s",
        "-c TimeZone=UTC");
}
