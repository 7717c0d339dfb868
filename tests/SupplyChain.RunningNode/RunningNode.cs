using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace SupplyChain;

/// <summary>A node as a process of its own, started from the executable that was built beside the tests.</summary>
public sealed class RunningNode : IAsyncDisposable
{
    private const int LinesKept = 5_000;
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(40);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private RunningNode(Process process) => _process = process;

    /// <summary>Where it answers.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>Where the SDK connects to it, as <c>host:port</c>; empty for a node without actors.</summary>
    public string Gateway { get; private set; } = "";

    /// <summary>How long it took until it answered.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>The process's id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether the process runs; it may stand still.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>CPU time the process has used.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory of the process that is in RAM, in bytes.</summary>
    public long WorkingSetBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The last lines it logged.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Starts a node on free ports and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It did not answer in a minute; the message has its log.</exception>
    public static Task<RunningNode> StartAsync(string dataDirectory) => StartAsync(new NodeStart(dataDirectory));

    /// <summary>Starts a node and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It did not answer in a minute; the message has its log.</exception>
    public static async Task<RunningNode> StartAsync(NodeStart start)
    {
        var watch = Stopwatch.StartNew();
        var node = new RunningNode(Process.Start(start.HowToStart())!);
        try
        {
            node._process.ErrorDataReceived += (_, line) => node.Keep(line.Data);
            node._process.BeginErrorReadLine();
            using var patience = new CancellationTokenSource(PatienceAtStart);
            (node.Url, node.Gateway) = Addresses(await node._process.StandardOutput.ReadLineAsync(patience.Token));
            node.StartedIn = watch.Elapsed;
            return node;
        }
        catch (Exception trouble) when (trouble is OperationCanceledException or JsonException)
        {
            await node.DisposeAsync();
            throw new InvalidOperationException($"The node did not start: {trouble.Message}\n{node.Log}", trouble);
        }
    }

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Sends a signal by its name, such as <c>TERM</c>, <c>STOP</c> or <c>CONT</c>.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {ProcessId}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until the process is gone.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> GoneAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(PatienceAtTheEnd);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // A supervised node is a process below this one.
            _process.Kill(entireProcessTree: true);
        }
        await GoneAsync();
        _process.Dispose();
    }

    private static (Uri Url, string Gateway) Addresses(string? announcement)
    {
        using var said = JsonDocument.Parse(announcement ?? "");
        return (new(said.RootElement.GetProperty("urls")[0].GetString()!),
        said.RootElement.GetProperty("gateway").GetString() ?? "");
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }
        _log.Enqueue(line);
        while (_log.Count > LinesKept)
        {
            _log.TryDequeue(out _);
        }
    }
}
