using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ClusterSample;

/// <summary>
/// A PostgreSQL server for as long as the show lasts: on a free port of this machine only, with its data in a folder
/// that is removed at the end. What it acknowledges is on disk.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private const int MostConnections = 200;
    private const int MostConnectionsOfAProgram = 40;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The server dies when this shell's input is closed: on purpose, or because the show was killed. Its own processes
    /// end when it is gone.
    /// </summary>
    private const string UntilInputEnds =
        "trap '' INT TERM; log=$1; shift; \"$@\" >>\"$log\" 2>&1 & cat >/dev/null; kill -KILL $!; wait 2>/dev/null";

    private readonly PostgresPrograms _programs = new();
    private readonly string _folder;
    private readonly int _port = Ports.Next();
    private Process? _server;

    private Database(string folder) => _folder = folder;

    /// <summary>How to connect to it.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = "supplychain",
        Database = "postgres",
        MaxPoolSize = MostConnectionsOfAProgram,
    }.ConnectionString;

    private string Data => Path.Combine(_folder, "data");

    private string Log => Path.Combine(_folder, "log");

    /// <summary>Makes a server and starts it.</summary>
    /// <exception cref="InvalidOperationException">It does not run; the message has what it said.</exception>
    public static async Task<Database> StartAsync()
    {
        var folder = await new PostgresPrograms().RunAsync(
            "mktemp", "-d", Path.Combine(Path.GetTempPath(), "supplychain-sample-XXXXXX"));
        var database = new Database(folder.Trim());
        try
        {
            await database._programs.RunAsync(
                "initdb", "-D", database.Data, "-U", "supplychain", "--auth=trust", "-E", "UTF8", "--locale=C",
                "--no-sync");
            await database.StartAgainAsync();
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        if (_server is not { } server)
            return;
        _server = null;
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        server.Dispose();
    }

    /// <summary>Starts it after it was killed, and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It does not; the message has what it said.</exception>
    public async Task StartAgainAsync()
    {
        _server = _programs.Start(
            "sh", "-c", UntilInputEnds, "sh", Log, _programs.Path("postgres"), "-D", Data, "-h", "127.0.0.1",
            "-c", "unix_socket_directories=", "-p", _port.ToString(CultureInfo.InvariantCulture),
            "-N", MostConnections.ToString(CultureInfo.InvariantCulture));
        var watch = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (watch.Elapsed > LongestStart)
                throw new InvalidOperationException($"PostgreSQL does not answer:\n{await File.ReadAllTextAsync(Log)}");
            await Task.Delay(Pause);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _programs.RunAsync("rm", "-rf", _folder);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
