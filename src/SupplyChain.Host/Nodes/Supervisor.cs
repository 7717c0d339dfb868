using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// Runs the same command line in a process of its own, and again when that ends by itself; each time after a longer
/// pause, until one has run for a while.
/// </summary>
internal sealed class Supervisor : IDisposable
{
    private const string Marker = "SUPPLYCHAIN_UNDER_SUPERVISOR";
    private const int Terminate = 15;
    private static readonly TimeSpan MinRestartBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxRestartBackoff = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HealthyRunThreshold = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private volatile Process? _node;
    private volatile bool _wasUp;

    private Supervisor()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT])
            _signals.Add(PosixSignalRegistration.Create(signal, PassOn));
    }

    /// <summary>Whether this process is the node below a supervisor: the same command line means something else
    /// here.</summary>
    public static bool IsAbove => Environment.GetEnvironmentVariable(Marker) is not null;

    /// <summary>Runs until the node was stopped, or did not start at all.</summary>
    /// <returns>The exit code of the last process.</returns>
    public static async Task<int> RunAsync()
    {
        using var supervisor = new Supervisor();
        return await supervisor.SuperviseAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _stopping.Dispose();
    }

    private async Task<int> SuperviseAsync()
    {
        for (var backoff = new Backoff(MinRestartBackoff, MaxRestartBackoff, TimeProvider.System); ;)
        {
            var watch = Stopwatch.StartNew();
            var code = await RunOnceAsync();
            if (_stopping.IsCancellationRequested || !IsWorthAnother(code))
                return code;
            if (watch.Elapsed > HealthyRunThreshold)
                backoff.Reset();
            Terminal.Note($"The node ended with {code}; it is started again in {backoff.NextWait.TotalSeconds:0} s.");
            if (!await PausedAsync(backoff))
                return code;
        }
    }

    /// <summary>What was refused before the node ever ran would be refused again.</summary>
    private bool IsWorthAnother(int code) =>
        code is not (ExitCode.Ok or ExitCode.BadUsage) && (code is not ExitCode.Failed || _wasUp);

    private async Task<int> RunOnceAsync()
    {
        using var node = Process.Start(SameCommandLine())!;
        _node = node;
        if (_stopping.IsCancellationRequested)
            Tell(node);
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            _wasUp = true;
            await Console.Out.WriteLineAsync(line);
        }
        await node.WaitForExitAsync();
        _node = null;
        return node.ExitCode;
    }

    private async Task<bool> PausedAsync(Backoff backoff)
    {
        try
        {
            await backoff.WaitAsync(_stopping.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static ProcessStartInfo SameCommandLine()
    {
        var line = Environment.GetCommandLineArgs();
        var program = Environment.ProcessPath!;
        // Started as "dotnet supplychain.dll", the program is the runtime and needs to hear what to run.
        var isRuntime = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ProcessStartInfo(program, line.Skip(isRuntime ? 0 : 1))
        {
            RedirectStandardOutput = true,
            Environment = { [Marker] = "true" },
        };
    }

    /// <summary>
    /// Whatever the signal is, the node hears SIGTERM: Ctrl-C reaches it anyway, and a second one would kill it.
    /// </summary>
    private void PassOn(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _stopping.Cancel();
        if (_node is { } node)
            Tell(node);
    }

    private static void Tell(Process node)
    {
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(
            CultureInfo.InvariantCulture, $"kill -{Terminate} {node.Id}")]);
        kill.WaitForExit();
    }
}
