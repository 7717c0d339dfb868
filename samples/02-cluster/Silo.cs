using System.Globalization;
using SupplyChain;

namespace ClusterSample;

/// <summary>One node of the cluster: a process that was started with <c>supplychain up</c>.</summary>
internal sealed class Silo(string name, string postgres, string folder) : IAsyncDisposable
{
    private readonly string _port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
    private Task<RunningNode>? _start;
    private RunningNode? _node;

    /// <summary>What the show calls it.</summary>
    public string Name => name;

    /// <summary>What became of it.</summary>
    public SiloState State { get; private set; } = SiloState.Absent;

    /// <summary>How many actors live in it, as the cluster says.</summary>
    public int Actors { get; set; }

    /// <summary>Starts the process and waits until it answers.</summary>
    public async Task StartAsync()
    {
        State = SiloState.Starting;
        _start = RunningNode.StartAsync(
            new NodeStart(Path.Combine(folder, name))
            {
                Postgres = postgres, Options = ["--silo-port", _port], Rehearses = true,
            });
        _node = await _start;
        State = SiloState.Serving;
    }

    /// <summary>Ends the process at once, as a crash does.</summary>
    public void Kill()
    {
        _node!.Kill();
        (State, Actors) = (SiloState.Killed, 0);
    }

    /// <summary>Lets it hand over its actors and leave.</summary>
    public async Task DrainAsync()
    {
        State = SiloState.Leaving;
        await _node!.SignalAsync("TERM");
        await _node.GoneAsync();
        (State, Actors) = (SiloState.Left, 0);
    }

    /// <summary>Whether the cluster means this one: it names its silos by machine and port.</summary>
    public bool IsCalled(string siloName) => siloName.EndsWith($"-{_port}", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_start is null)
            return;
        await ((Task)_start).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_start.IsCompletedSuccessfully) // what did not start has cleaned up itself
            await _start.Result.DisposeAsync();
    }
}
