using System.Diagnostics;

namespace SupplyChain;

/// <summary>Runs the programs of a Postgres installation, never as root: the server refuses that.</summary>
internal sealed class PostgresPrograms
{
    private const int Oldest = 15;
    private static readonly string[] Unprivileged = ["postgres", "nobody"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _folder = Folder();
    private readonly string[] _asUser = AsUser();

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it said.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has what it said.</exception>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode == 0
            ? await said
            : throw new InvalidOperationException(
                $"{program} failed with {process.ExitCode}: {await said}{await complained}");
    }

    /// <summary>Starts a program of the installation, or any other of the machine.</summary>
    public Process Start(string program, params string[] arguments)
    {
        var own = Path.Combine(_folder, program);
        string[] line = [.. _asUser, File.Exists(own) ? own : program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }

    /// <summary>In PATH, or where Debian keeps the server's programs: the newest.</summary>
    private static string Folder() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Concat(Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(Version).TakeWhile(path => Version(path) >= Oldest).Select(path => $"{path}/bin")
            : [])
        .FirstOrDefault(path => File.Exists($"{path}/initdb") && File.Exists($"{path}/postgres"))
        ?? throw new InvalidOperationException(
            $"There is no PostgreSQL {Oldest} or newer on this machine; Debian's package is postgresql.");

    private static int Version(string path) => int.TryParse(Path.GetFileName(path), out var version) ? version : 0;

    private static string[] AsUser()
    {
        if (!Environment.IsPrivilegedProcess)
            return [];
        var users = File.ReadAllLines("/etc/passwd").Select(line => line.Split(':')).ToLookup(user => user[0]);
        var user = Unprivileged.SelectMany(name => users[name]).First();
        return ["setpriv", $"--reuid={user[2]}", $"--regid={user[3]}", "--clear-groups", "--"];
    }
}
