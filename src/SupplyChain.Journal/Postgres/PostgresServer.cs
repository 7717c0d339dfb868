using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// What has to be true of the server before anything is written to it, and what to say when it is not.
/// </summary>
internal static class PostgresServer
{
    private const int OldestVersion = 150_000;
    private const int TimesAsked = 3;

    private static readonly TimeSpan StartupTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StartupPollInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Connects; waits for a server that says that it is just starting.</summary>
    public static NpgsqlConnection Connect(NpgsqlDataSource source)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return source.OpenConnection();
            }
            catch (PostgresException starting)
                when (starting.SqlState == PostgresErrorCodes.CannotConnectNow && waited.Elapsed < StartupTimeout)
            {
#pragma warning disable VSTHRD002 // The node starts; it has nothing else to do.
                Task.Delay(StartupPollInterval).Wait();
#pragma warning restore VSTHRD002
            }
        }
    }

    /// <summary>Refuses a server that could lose what it has confirmed, or that is not fit for other reasons.</summary>
    /// <exception cref="DatabaseUnusableException">It is.</exception>
    public static void Check(NpgsqlConnection connection)
    {
        var version = int.Parse(Show(connection, "server_version_num"), CultureInfo.InvariantCulture);
        Demand(version >= OldestVersion, $"PostgreSQL 15 or newer is needed; the server is {version / 10_000}.");
        var encoding = Show(connection, "server_encoding");
        Demand(encoding == "UTF8", $"The database's encoding is {encoding}; create one with ENCODING 'UTF8'.");
        foreach (var setting in new[] { "fsync", "full_page_writes" })
        {
            Demand(Show(connection, setting) == "on", $"The server runs with {setting} = off and could lose what it "
                + $"has confirmed; set {setting} = on in postgresql.conf and reload it.");
        }
        Demand(Show(connection, "transaction_read_only") == "off",
            "The server is a standby or read-only; name the primary, or all hosts separated by commas.");
    }

    /// <summary>Sets the cluster's time, a few times, so that one slow answer does not matter.</summary>
    public static void ReadTime(NpgsqlConnection connection, ClusterTime time)
    {
        using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        for (var i = 0; i < TimesAsked; i++)
        {
            var asked = time.GetTimestamp();
            var databaseTime = new DateTimeOffset((DateTime)command.ExecuteScalar()!);
            time.Observe(databaseTime, asked, time.GetTimestamp());
        }
    }

    /// <summary>Where a connection looks for tables.</summary>
    public static string ReadSearchPath(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT current_setting('search_path')", connection);
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>What went wrong, in terms of what the user has configured.</summary>
    public static DatabaseUnusableException Explain(NpgsqlException failure) => new(failure switch
    {
        PostgresException
        {
            SqlState: PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification
        } refused =>
            $"The database refuses the user: {refused.MessageText}. Correct Username and Password in "
            + $"{PostgresOptions.Setting}.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } missing =>
            $"{Sentence(missing)} Create it with createdb, or correct Database in {PostgresOptions.Setting}.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } rights =>
            $"{Sentence(rights)} The user of {PostgresOptions.Setting} must own the database, or may need: "
            + "GRANT CREATE, USAGE ON SCHEMA public TO the user.",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } full =>
            $"{Sentence(full)} A silo needs 22 connections; raise max_connections in postgresql.conf.",
        PostgresException other =>
            $"The database named by {PostgresOptions.Setting} cannot be used: {other.MessageText} ({other.SqlState}).",
        { InnerException: SocketException or TimeoutException } or { IsTransient: true } =>
            $"The database server cannot be reached: {failure.GetBaseException().Message}. Is it running? Check Host "
            + $"and Port in {PostgresOptions.Setting}.",
        _ => $"The database named by {PostgresOptions.Setting} cannot be used: {failure.Message}.",
    }, failure);

    private static string Sentence(PostgresException failure) =>
        char.ToUpperInvariant(failure.MessageText[0]) + failure.MessageText[1..].TrimEnd('.') + ".";

    private static string Show(NpgsqlConnection connection, string setting)
    {
        using var command = new NpgsqlCommand($"SHOW {setting}", connection);
        return (string)command.ExecuteScalar()!;
    }

    private static void Demand(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new DatabaseUnusableException($"{otherwise} The server is the one of {PostgresOptions.Setting}.");
        }
    }
}
