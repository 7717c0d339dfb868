using System.Diagnostics;

namespace ClusterSample;

/// <summary>Runs the programs of PostgreSQL, never as root: the server refuses that.</summary>
internal sealed class PostgresPrograms
{
    private const int Oldest = 15;
    private static readonly string[] AsPostgres =
        ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"];

    private readonly string _folder = Folder();

    /// <summary>Where one of its programs is.</summary>
    public string Path(string program) => System.IO.Path.Combine(_folder, program);

    /// <summary>Starts one of its programs, or another of the machine.</summary>
    public Process Start(string program, params string[] arguments)
    {
        string[] line =
        [
            .. Environment.IsPrivilegedProcess ? AsPostgres : [], File.Exists(Path(program)) ? Path(program) : program,
            .. arguments,
        ];
        return Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
    }

    /// <summary>Runs one to its end.</summary>
    /// <returns>What it said.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has what it said.</exception>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await said
            : throw new InvalidOperationException($"{program} failed: {await said}{await complained}");
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

    private static int Version(string path) =>
        int.TryParse(System.IO.Path.GetFileName(path), out var version) ? version : 0;
}
