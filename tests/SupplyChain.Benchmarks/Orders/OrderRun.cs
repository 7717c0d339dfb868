using System.Collections.Concurrent;
using System.Diagnostics;

namespace SupplyChain.Orders;

/// <summary>Places the orders of a load: each client sends its next order when it has the answer to the last.</summary>
internal sealed class OrderRun(NodeHttp http, OrderLoad load)
{
    private readonly Latencies _latencies = new(load.Orders);
    private int _errors;

    /// <summary>The acknowledged orders by index, warm-up included.</summary>
    public ConcurrentDictionary<int, NodeAnswer> Acknowledged { get; } = [];

    /// <summary>How many answers there were of each kind.</summary>
    public ConcurrentDictionary<string, int> Answers { get; } = [];

    /// <summary>Lets the node warm up, unmeasured.</summary>
    public Task WarmUpAsync() => AtOnceAsync(0, load.Warmup, order => PlaceAsync(order));

    /// <summary>Places the orders and measures.</summary>
    public async Task<Figures> MeasureAsync(RunningNode? node)
    {
        var (cpu, watch) = (node?.CpuTime, Stopwatch.StartNew());
        await AtOnceAsync(load.Warmup, load.Orders, MeasureOneAsync);
        var seconds = watch.Elapsed.TotalSeconds;
        var figures = new Figures();
        figures.Add("clients", load.Clients);
        figures.Add("orders", load.Orders);
        figures.Add("stock", load.Scarce ? "scarce" : "plenty");
        figures.Add("ordersPerSecond", load.Orders / seconds);
        figures.Add("p50Ms", _latencies.Percentile(0.50));
        figures.Add("p99Ms", _latencies.Percentile(0.99));
        figures.Add("maxMs", _latencies.Percentile(1));
        figures.Add("errors", _errors);
        figures.Add("answers", Answers.OrderByDescending(count => count.Value).ToDictionary());
        if (node is not null)
        {
            figures.Add("cpuMsPerOrder", (node.CpuTime - cpu!.Value).TotalMilliseconds / load.Orders);
            figures.Add("nodeMemoryMb", node.WorkingSetBytes / 1024 / 1024);
        }
        return figures;
    }

    private async Task MeasureOneAsync(int order)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await PlaceAsync(order);
        _latencies.Add(Stopwatch.GetTimestamp() - began);
        var kind = answer switch
        {
            null => "no answer",
            { Acknowledged: true } => $"{answer.Status} {answer.Member("status")}",
            _ => $"{answer.Status} {answer.Member("code")}",
        };
        Answers.AddOrUpdate(kind, 1, (_, count) => count + 1);
        if (answer is not { Acknowledged: true })
        {
            Interlocked.Increment(ref _errors);
        }
    }

    private async Task<NodeAnswer?> PlaceAsync(int order)
    {
        var answer = await http.TrySendAsync(
            HttpMethod.Put, $"orders/{load.Number(order)}", NodeHttp.Bytes(load.Order(order)));
        if (answer is { Acknowledged: true })
        {
            Acknowledged[order] = answer;
        }
        return answer;
    }

    private Task AtOnceAsync(int from, int count, Func<int, Task> work)
    {
        var next = from - 1;
        return Task.WhenAll(Enumerable.Range(0, load.Clients).Select(async _ =>
        {
            for (var order = Interlocked.Increment(ref next); order < from + count;
                order = Interlocked.Increment(ref next))
            {
                await work(order);
            }
        }));
    }
}
