using System.Collections.Concurrent;
using SupplyChain.Orders;

namespace SupplyChain.Bench;

/// <summary>Counts what its clients were told was done, in and around the measured time.</summary>
internal sealed class CountingContender(IContender inner) : IContender
{
    /// <summary>How many of a kind were done.</summary>
    public ConcurrentDictionary<Operation, int> Done { get; } = [];

    public string Name => inner.Name;

    public bool HasLists => inner.HasLists;

    public IClientWork Work(OrderLoad load, OrderMaker orders, int client) =>
        new Counting(inner.Work(load, orders, client), Done);

    public Task<Counts> CountAsync(OrderQuery done, CancellationToken cancellationToken) =>
        inner.CountAsync(done, cancellationToken);

    public CpuTimes ReadCpu() => inner.ReadCpu();

    public Task<TimeSpan?> LagAsync(CancellationToken cancellationToken) => inner.LagAsync(cancellationToken);

    public Task SettleAsync(CancellationToken cancellationToken) => inner.SettleAsync(cancellationToken);

    private sealed class Counting(IClientWork work, ConcurrentDictionary<Operation, int> done) : IClientWork
    {
        public async Task<Outcome> DoAsync()
        {
            var outcome = await work.DoAsync();
            if (outcome.Trouble is null)
                done.AddOrUpdate(outcome.Operation, 1, (_, count) => count + 1);
            return outcome;
        }
    }
}
