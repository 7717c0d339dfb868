using System.Globalization;

namespace SupplyChain;

/// <summary>
/// Traffic against a node that is killed again and again, and started again on the same directory. What had no answer
/// is sent again, with the same ids.
/// </summary>
internal sealed class Siege(int seed, int kills, string directory, Action<string> report)
{
    private const int Clients = 8;
    private static readonly TimeSpan DrainsWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(30);

    private readonly Random _random = new(seed);
    private readonly Notebook _notebook = new();
    private readonly List<string> _findings = [];

    /// <summary>Runs it.</summary>
    /// <returns>What is wrong in the end; nothing when all is well.</returns>
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        var traffic = new Traffic(seed, _notebook);
        var node = await RunningNode.StartAsync(directory);
        try
        {
            using (var http = new NodeHttp(node.Url, Clients))
            {
                await traffic.PrepareAsync(http);
            }
            for (var kill = 1; kill <= kills; kill++)
            {
                await LoadUntilKilledAsync(node, traffic);
                await node.DisposeAsync();
                node = await RunningNode.StartAsync(directory);
                await RecoverAsync(node, kill);
            }
            using var last = new NodeHttp(node.Url, Clients);
            _findings.AddRange(_notebook.Faults.Distinct().Take(20));
            _findings.AddRange(await new Reckoning(last, _notebook, traffic.Products).FindAsync());
            if (_findings.Count > 0)
            {
                report(node.Log);
            }
        }
        finally
        {
            await node.DisposeAsync();
        }
        return _findings;
    }

    private async Task LoadUntilKilledAsync(RunningNode node, Traffic traffic)
    {
        using var http = new NodeHttp(node.Url, Clients);
        using var dead = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(_ => LoadAsync(http, traffic, dead.Token)).ToList();
        await Task.Delay(_random.Next(200, 2_000));
        node.Kill();
        await node.GoneAsync();
        await dead.CancelAsync();
        await Task.WhenAll(clients);
    }

    private async Task LoadAsync(NodeHttp http, Traffic traffic, CancellationToken dead)
    {
        while (!dead.IsCancellationRequested)
        {
            await SendAsync(http, traffic.Next());
            await Task.Delay(traffic.Pause(), CancellationToken.None);
        }
    }

    /// <summary>
    /// Half the time the node is left alone until it has finished what it had begun; half the time requests come at
    /// once, so that the next kill may hit it while it recovers. After the last kill it is left alone.
    /// </summary>
    private async Task RecoverAsync(RunningNode node, int kill)
    {
        using var http = new NodeHttp(node.Url, Clients);
        var drained = "not waited for";
        if (kill == kills || _random.Next(2) == 0)
        {
            drained = await DrainAsync(http, $"after kill {kill}");
        }
        var resent = await ResendAsync(http);
        if (kill == kills)
        {
            await DrainAsync(http, "in the end");
        }
        report(string.Create(CultureInfo.InvariantCulture,
            $"kill {kill}: {_notebook.Answered} answered so far, started in {node.StartedIn.TotalMilliseconds:0} ms, "
            + $"unfinished work {drained}, {resent} without an answer sent again"));
    }

    private async Task<string> DrainAsync(NodeHttp http, string when)
    {
        var took = await Deadline.WaitAsync(
            DrainsWithin, async () => (await http.GetAsync<SeenStatus>("status")).Quiet);
        if (took is { } known)
        {
            return string.Create(CultureInfo.InvariantCulture, $"done in {known.TotalMilliseconds:0} ms");
        }
        var status = await http.GetAsync<SeenStatus>("status");
        _findings.Add($"{when} unfinished work was not done within {DrainsWithin.TotalSeconds} s: {status}");
        return "not done";
    }

    private async Task<int> ResendAsync(NodeHttp http)
    {
        var resent = 0;
        var all = await Deadline.WaitAsync(AnswersWithin, async () =>
        {
            var batch = new List<Operation>();
            while (_notebook.Unanswered.TryTake(out var operation))
            {
                batch.Add(operation);
            }
            resent = Math.Max(resent, batch.Count);
            await Parallel.ForEachAsync(
                batch, new ParallelOptions { MaxDegreeOfParallelism = Clients },
                async (operation, _) => await SendAsync(http, operation));
            return _notebook.Unanswered.IsEmpty;
        });
        if (all is null)
        {
            _findings.AddRange(_notebook.Unanswered.Take(5).Select(operation => $"never answered: {operation}"));
        }
        return resent;
    }

    private async Task SendAsync(NodeHttp http, Operation operation) =>
        _notebook.Note(operation, await http.TrySendAsync(operation.Method, operation.Path, operation.Body));
}
