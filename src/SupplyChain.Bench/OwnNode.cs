using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SupplyChain.Bench;

/// <summary>A node that lives as long as the measurement, in a process and a directory of its own.</summary>
internal sealed class OwnNode : IAsyncDisposable
{
    private const string PostgresVariable = "SUPPLYCHAIN_ConnectionStrings__SupplyChain";
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(40);

    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private OwnNode(Process process, DirectoryInfo data) => (_process, _data) = (process, data);

    /// <summary>The process's id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Where it answers over REST.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>Where clients of the SDK connect.</summary>
    public string Gateway { get; private set; } = "";

    /// <summary>Starts one, by itself or on a database, and waits until it answers.</summary>
    /// <exception cref="VerbException">It does not start; it has said why.</exception>
    public static async Task<OwnNode> StartAsync(string? postgres, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("supplychain-bench-");
        var node = new OwnNode(Process.Start(HowToStart(data.FullName, postgres))!, data);
        try
        {
            var said = await node._process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new VerbException("The node that was to be measured did not start.");
            using var announcement = JsonDocument.Parse(said);
            node.Url = new(announcement.RootElement.GetProperty("urls")[0].GetString()!);
            node.Gateway = announcement.RootElement.GetProperty("gateway").GetString()!;
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using (var kill = Process.Start("/bin/sh", ["-c", string.Create(
                CultureInfo.InvariantCulture, $"kill -TERM {_process.Id}")]))
            {
                await kill.WaitForExitAsync();
            }

            using var patience = new CancellationTokenSource(StopTimeout);
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
                _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static ProcessStartInfo HowToStart(string data, string? postgres)
    {
        var program = Environment.ProcessPath!;
        // Started as "dotnet supplychain.dll", the program is the runtime and needs to hear what to run.
        var isRuntime = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] arguments =
        [
            .. isRuntime ? [Environment.GetCommandLineArgs()[0]] : Array.Empty<string>(),
            "up", "--json", "--data", data, "--urls", "http://127.0.0.1:0",
        ];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        // Not on the command line, where all users of the machine would see a password.
        start.Environment.Remove(PostgresVariable);
        if (postgres is not null)
            start.Environment[PostgresVariable] = postgres;
        return start;
    }
}
