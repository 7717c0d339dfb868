using System.Collections.Immutable;

namespace SupplyChain;

/// <summary>Nodes on one database. Clients know the addresses of all of them, also of those that just died.</summary>
internal sealed class Fleet(string postgres) : IAsyncDisposable
{
    private const int ConnectionsPerNode = 256;
    private const int LastLines = 30;
    private const string Unexplained = "ProblemMiddleware";

    /// <summary>The role of nodes that answer no REST.</summary>
    public const string OnlyActors = "silo";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("supplychain-fleet-");
    private readonly Lock _changing = new();
    private readonly List<FleetMember> _ever = [];
    private ImmutableArray<FleetMember> _members = [];

    /// <summary>The key that clients show; null for nodes that want none.</summary>
    public string? Key { get; set; }

    /// <summary>Those clients know of.</summary>
    public ImmutableArray<FleetMember> Members => _members;

    /// <summary>The last lines each of them logged, and every request that it could not explain.</summary>
    public string Log => string.Join('\n', _ever.Select(member =>
    {
        var lines = member.Node.Log.Split('\n');
        var told = lines.SkipLast(LastLines).Where(line => line.Contains(Unexplained))
            .Concat(lines.TakeLast(LastLines));
        return $"--- node {member.Node.Url}\n{string.Join('\n', told)}";
    }));

    /// <summary>How a node would be started.</summary>
    public NodeStart Start(string? through = null) =>
        new NodeStart(Path.Combine(_directory.FullName, Guid.NewGuid().ToString("N")))
        {
            Postgres = through ?? postgres, Rehearses = true,
        }.OnItsPorts();

    /// <summary>Starts a node and tells the clients.</summary>
    public async Task<FleetMember> JoinAsync(NodeStart? start = null)
    {
        var member = await RunAsync(start ?? Start());
        lock (_changing)
            _members = _members.Add(member);
        return member;
    }

    /// <summary>Starts nodes at the same time.</summary>
    public Task<FleetMember[]> JoinAsync(int nodes) =>
        Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => JoinAsync()));

    /// <summary>Kills nodes as <c>kill -9</c> does, at once.</summary>
    public static async Task KillAsync(params IReadOnlyList<FleetMember> members)
    {
        foreach (var member in members)
            member.Node.Kill();
        await Task.WhenAll(members.Select(member => member.Node.GoneAsync()));
    }

    /// <summary>Starts nodes anew in place of dead ones, at once.</summary>
    public Task ReplaceAsync(IReadOnlyList<FleetMember> dead, bool samePorts) => Task.WhenAll(dead.Select(
        member => ReplaceAsync(member, samePorts ? member.Start : Start(member.Start.Postgres))));

    /// <summary>Starts a node in place of one that is gone.</summary>
    public async Task ReplaceAsync(FleetMember gone, NodeStart start)
    {
        var next = await RunAsync(start);
        lock (_changing)
            _members = _members.Replace(gone, next);
    }

    /// <summary>Clients forget nodes that are gone for good.</summary>
    public void Forget(params IReadOnlyList<FleetMember> gone)
    {
        lock (_changing)
            _members = _members.RemoveRange(gone);
    }

    /// <summary>A node that lives and answers REST.</summary>
    public FleetMember AnyAlive() =>
        _members.First(member => member.Node.IsAlive && !member.Start.Options.Contains(OnlyActors));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var member in _ever)
            member.Http.Dispose();
        KeepLogs();
        await Task.WhenAll(_ever.Select(member => member.Node.DisposeAsync().AsTask()));
        _directory.Delete(recursive: true);
    }

    private void KeepLogs()
    {
        if (TrialSettings.Logs is not { Length: > 0 } directory)
            return;
        Directory.CreateDirectory(directory);
        foreach (var (index, member) in _ever.Index())
            File.WriteAllText(Path.Combine(directory, $"{_directory.Name}-{index}.log"), member.Node.Log);
    }

    private async Task<FleetMember> RunAsync(NodeStart start)
    {
        var node = await RunningNode.StartAsync(start);
        var member = new FleetMember(node, new(node.Url, ConnectionsPerNode) { Key = Key }, start);
        lock (_changing)
            _ever.Add(member);
        return member;
    }
}
