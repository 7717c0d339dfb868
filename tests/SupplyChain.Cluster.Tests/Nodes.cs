using Npgsql;

namespace SupplyChain;

/// <summary>The nodes of one test on a database of their own, each with its own directory.</summary>
internal sealed class Nodes : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("supplychain-nodes-");
    private readonly List<RunningNode> _running = [];
    private readonly List<NodeHttp> _talking = [];

    private Nodes(string postgres) => Postgres = postgres;

    /// <summary>How to connect to their database.</summary>
    public string Postgres { get; }

    /// <summary>A database without nodes.</summary>
    public static async Task<Nodes> NoneAsync() =>
        new(await (await RunningPostgres.SharedAsync()).CreateDatabaseAsync());

    /// <summary>How one of them would be started.</summary>
    public NodeStart Start(params string[] options) =>
        new(Path.Combine(_directory.FullName, Guid.NewGuid().ToString("N"))) { Postgres = Postgres, Options = options };

    /// <summary>Starts one.</summary>
    public Task<RunningNode> StartAsync(params string[] options) => StartAsync(Start(options));

    /// <summary>Starts one.</summary>
    public async Task<RunningNode> StartAsync(NodeStart start)
    {
        var node = await RunningNode.StartAsync(start);
        lock (_running)
            _running.Add(node);
        return node;
    }

    /// <summary>Talks to one.</summary>
    public NodeHttp Http(RunningNode node)
    {
        var http = new NodeHttp(node.Url, connections: 8);
        _talking.Add(http);
        return http;
    }

    /// <summary>Whether a node says that it is ready; false also when it says nothing.</summary>
    public async Task<bool> IsReadyAsync(RunningNode node) =>
        await Http(node).TrySendAsync(HttpMethod.Get, new Uri(node.Url, "health/ready").ToString())
            is { Acknowledged: true };

    /// <summary>How many members of a status the database knows; 3 is active, 6 is dead.</summary>
    public async Task<long> MembersAsync(int status)
    {
        await using var source = NpgsqlDataSource.Create(Postgres);
        await using var command = source.CreateCommand($"SELECT count(*) FROM orleans_members WHERE status = {status}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _talking.ForEach(http => http.Dispose());
        foreach (var node in _running)
            await node.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
