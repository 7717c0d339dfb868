using System.Globalization;

namespace ClusterSample;

/// <summary>One node of the cluster: a process that was started with <c>supplychain up</c>.</summary>
internal sealed class Silo(string name, string postgres, string folder) : IAsyncDisposable
{
    private readonly string _port = Ports.Next().ToString(CultureInfo.InvariantCulture);
    private Node? _node;

    /// <summary>What the show calls it.</summary>
    public string Name => name;

    /// <summary>What became of it.</summary>
    public SiloState State { get; private set; } = SiloState.Absent;

    /// <summary>How many actors live in it, as the cluster says.</summary>
    public int Actors { get; set; }

    /// <summary>Starts the process and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message has what it said.</exception>
    public async Task StartAsync()
    {
        State = SiloState.Starting;
        _node = Node.Start(
            postgres, "--data", Path.Combine(folder, name), "--urls", "http://127.0.0.1:0", "--silo-port", _port);
        await _node.AnswersAsync();
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
        await _node!.LeaveAsync();
        (State, Actors) = (SiloState.Left, 0);
    }

    /// <summary>Whether the cluster means this one: it names its silos by machine and port.</summary>
    public bool IsCalled(string siloName) => siloName.EndsWith($"-{_port}", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
            await _node.DisposeAsync();
    }
}
