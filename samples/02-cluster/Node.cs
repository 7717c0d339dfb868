using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ClusterSample;

/// <summary>The process of a node, started from the executable that was built beside this program.</summary>
internal sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(40);

    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private Node(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
                _log.AppendLine(line.Data);
        };
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts the process.</summary>
    /// <param name="postgres">The database that it shares with others.</param>
    /// <param name="options">Further options of <c>up</c>.</param>
    public static Node Start(string postgres, params string[] options)
    {
        var start = new ProcessStartInfo(Executable(), ["up", "--json", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SUPPLYCHAIN_ConnectionStrings__SupplyChain"] = postgres;
        start.Environment.TryAdd(
            "DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")));
        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it says where it answers.</summary>
    /// <exception cref="InvalidOperationException">It does not; the message has its log.</exception>
    public async Task AnswersAsync()
    {
        using var patience = new CancellationTokenSource(LongestStart);
        try
        {
            if (await _process.StandardOutput.ReadLineAsync(patience.Token) is not null)
                return;
        }
        catch (OperationCanceledException)
        {
            Kill();
        }
        lock (_log)
            throw new InvalidOperationException($"The node did not start:\n{_log}");
    }

    /// <summary>Ends the process at once, as a crash does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to leave, and waits until it has.</summary>
    public async Task LeaveAsync()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(LongestEnd);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(LongestEnd);
        _process.Dispose();
    }

    /// <summary>Everything that is built lies in one place, by project and configuration.</summary>
    private static string Executable()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, "SupplyChain.Host", here.Name, "supplychain");
    }
}
