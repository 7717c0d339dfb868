using System.Diagnostics;
using SupplyChain.Orders;

namespace SupplyChain.Bench;

/// <summary>Takes orders as a test says.</summary>
internal sealed class ScriptedContender : IContender, IClientWork
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private double _listed;

    /// <summary>How long an order takes.</summary>
    public TimeSpan Takes { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Orders the lists take in between two counts.</summary>
    public double ListedEachTime { get; init; }

    /// <summary>How far the lists are behind after that many seconds.</summary>
    public Func<double, double> Lag { get; init; } = _ => 0;

    public string Name => "scripted";

    public bool HasLists { get; init; } = true;

    public IClientWork Work(OrderLoad load, OrderMaker orders, int client) => this;

    public async Task<Outcome> DoAsync()
    {
        await Task.Delay(Takes);
        return new(Operation.Order, null);
    }

    public Task<Counts> CountAsync(OrderQuery done, CancellationToken cancellationToken)
    {
        _listed += ListedEachTime;
        return Task.FromResult(new Counts { Listed = new(_listed, Stopwatch.GetTimestamp()) });
    }

    public CpuTimes ReadCpu() => new(Stopwatch.GetTimestamp(), null, 0, null);

    public Task<TimeSpan?> LagAsync(CancellationToken cancellationToken) => Task.FromResult<TimeSpan?>(
        TimeSpan.FromSeconds(Lag(Stopwatch.GetElapsedTime(_began).TotalSeconds)));

    public Task SettleAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
