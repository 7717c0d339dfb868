using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace SupplyChain;

/// <summary>
/// A Postgres server of one's own, for as long as this process lives: on a free port of this machine only, with its
/// data in a folder that is removed at the end. What it acknowledges is on disk. Needs Linux.
/// </summary>
public sealed class RunningPostgres : IAsyncDisposable
{
    private const string User = "supplychain";
    private const int PoolSize = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly Lazy<Task<RunningPostgres>> TheShared = new(() => StartAsync());

    private readonly PostgresPrograms _programs;
    private readonly RunningPostgresOptions _options;
    private readonly string _folder;
    private readonly Process _guard;

    private RunningPostgres(PostgresPrograms programs, RunningPostgresOptions options, string folder, Process guard) =>
        (_programs, _options, _folder, _guard, Port) = (programs, options, folder, guard, FreePort.Next());

    /// <summary>Where it listens; the same after every start.</summary>
    public int Port { get; }

    /// <summary>Where its data is.</summary>
    public string DataDirectory => Path.Combine(_folder, "data");

    /// <summary>How the server's administrator connects to its maintenance database.</summary>
    public string ConnectionString => ConnectionStringTo("postgres");

    /// <summary>What it logged.</summary>
    public string Log => File.ReadAllText(LogFile);

    private string LogFile => Path.Combine(_folder, "log");

    /// <summary>
    /// The one server of this process for everybody who only needs databases: it is not to be stopped or killed, and
    /// goes when the process does.
    /// </summary>
    public static Task<RunningPostgres> SharedAsync() => TheShared.Value;

    /// <summary>Makes a server and starts it.</summary>
    public static Task<RunningPostgres> StartAsync(RunningPostgresOptions? options = null) =>
        StartAsync(options ?? new(), server => server.InitializeAsync());

    private static async Task<RunningPostgres> StartAsync(
        RunningPostgresOptions options, Func<RunningPostgres, Task> prepare)
    {
        var programs = new PostgresPrograms();
        var template = Path.Combine(options.Parent, "supplychain-postgres-XXXXXX");
        var made = await programs.RunAsync("sh", "-c", "realpath \"$(mktemp -d \"$1\")\"", "sh", template);
        var folder = made.Trim();
        var server = new RunningPostgres(programs, options, folder, Guard(programs, folder));
        try
        {
            await prepare(server);
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a database that nobody else uses.</summary>
    /// <returns>How to connect to it.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return ConnectionStringTo(name);
    }

    /// <summary>Starts it after it was stopped or killed, and waits until it accepts connections.</summary>
    public async Task StartAgainAsync()
    {
        try
        {
            await _programs.RunAsync("pg_ctl", "start", "-w", "-t", "60", "-s", "-D", DataDirectory, "-l", LogFile);
        }
        catch (InvalidOperationException trouble)
        {
            throw new InvalidOperationException($"{trouble.Message}\n{Log}", trouble);
        }
    }

    /// <summary>Stops it and waits until it is gone.</summary>
    public Task StopAsync(PostgresStop how = PostgresStop.Fast) => _programs.RunAsync(
        "pg_ctl", "stop", "-w", "-t", "60", "-s", "-m", how == PostgresStop.Fast ? "fast" : "immediate",
        "-D", DataDirectory);

    /// <summary>Ends it as <c>kill -9</c> of all its processes does, and waits until they are gone.</summary>
    public async Task KillAsync()
    {
        var gone = await SoonAsync(async () =>
        {
            var alive = Processes();
            await SignalAsync("KILL", alive);
            return alive.Count == 0;
        });
        if (!gone)
            throw new TimeoutException("The server was killed but did not go away.");
        // The next start believes the server lives for as long as nobody has asked for the dead process's exit code.
        File.Delete(Path.Combine(DataDirectory, "postmaster.pid"));
    }

    /// <summary>Makes all its processes stand still; connections stay open and nobody answers.</summary>
    public Task PauseAsync() => SignalAsync("STOP", Processes());

    /// <summary>Lets it go on after a pause.</summary>
    public Task ResumeAsync() => SignalAsync("CONT", Processes());

    /// <summary>Starts a standby that has everything this server acknowledges from now on.</summary>
    public async Task<RunningPostgres> StartStandbyAsync()
    {
        var standby = await StartAsync(_options, CopyToAsync);
        await ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await ExecuteAsync("SELECT pg_reload_conf()");
        var both = await SoonAsync(async () =>
            await ExecuteAsync("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") is 1L);
        return both ? standby : throw new TimeoutException($"The standby does not follow.\n{standby.Log}");
    }

    /// <summary>Makes a standby the server that is written to.</summary>
    public Task PromoteAsync() => _programs.RunAsync("pg_ctl", "promote", "-w", "-s", "-D", DataDirectory);

    /// <summary>Runs a client program of the installation, for example <c>pg_dump</c>, to its end.</summary>
    /// <returns>What it said.</returns>
    public Task<string> RunAsync(string program, params string[] arguments) => _programs.RunAsync(program, arguments);

    /// <summary>Ends the server and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync().WaitAsync(Patience);
        _guard.Dispose();
    }

    private static Process Guard(PostgresPrograms programs, string folder)
    {
        using var script = new StreamReader(
            typeof(RunningPostgres).Assembly.GetManifestResourceStream("guard.sh")!);
        return programs.Start("sh", "-c", script.ReadToEnd(), "guard", folder);
    }

    private async Task InitializeAsync()
    {
        string[] authentication = ["--auth=trust"];
        if (_options.Password is { } password)
        {
            var file = Path.Combine(_folder, "password");
            await _programs.RunAsync("sh", "-c", "printf %s \"$1\" >\"$2\"", "sh", password, file);
            authentication = ["--auth=scram-sha-256", $"--pwfile={file}"];
        }
        await _programs.RunAsync(
            "initdb", ["-D", DataDirectory, "-U", User, "-E", "UTF8", "--locale=C", "--no-sync", .. authentication]);
        await File.AppendAllLinesAsync(Path.Combine(DataDirectory, "postgresql.conf"),
        [
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            string.Create(CultureInfo.InvariantCulture, $"port = {Port}"),
            string.Create(CultureInfo.InvariantCulture, $"max_connections = {_options.MaxConnections}"),
            .. _options.Settings.Select(setting => $"{setting.Key} = '{setting.Value.Replace("'", "''")}'"),
        ]);
    }

    private async Task CopyToAsync(RunningPostgres standby)
    {
        await _programs.RunAsync(
            "pg_basebackup", "-D", standby.DataDirectory, "-d", $"host=127.0.0.1 port={Port} user={User}",
            "-R", "-X", "stream", "-c", "fast");
        await File.AppendAllTextAsync(
            Path.Combine(standby.DataDirectory, "postgresql.conf"),
            string.Create(CultureInfo.InvariantCulture, $"port = {standby.Port}\n"));
    }

    private async Task<object?> ExecuteAsync(string sql)
    {
        // A kept connection would not survive what is done to the server.
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private string ConnectionStringTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Password = _options.Password,
        Database = database,
        MaxPoolSize = PoolSize,
    }.ConnectionString;

    /// <summary>Its processes: every one of them, and no other, has its data as working directory.</summary>
    private List<string> Processes() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0]) && WorkingDirectory(path) == DataDirectory)
            .Select(path => Path.GetFileName(path)),
    ];

    private static string? WorkingDirectory(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
        }
        catch (Exception another) when (another is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task SignalAsync(string signal, List<string> processes)
    {
        if (processes.Count > 0)
            await _programs.RunAsync("sh", "-c", $"kill -{signal} {string.Join(' ', processes)} 2>/dev/null; true");
    }

    private static async Task<bool> SoonAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > Patience)
                return false;
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
        return true;
    }
}
