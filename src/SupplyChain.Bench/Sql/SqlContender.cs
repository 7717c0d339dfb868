using SupplyChain.Orders;

namespace SupplyChain.Bench.Sql;

/// <summary>A way to place orders in tables.</summary>
internal sealed class SqlContender(string name, SqlStore store, IOrderEntry entry) : IContender
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>What is committed is what is read.</summary>
    public bool HasLists => false;

    /// <inheritdoc/>
    public IClientWork Work(OrderLoad load, OrderMaker orders, int client) => new OrderWork(entry, orders);

    /// <inheritdoc/>
    public async Task<Counts> CountAsync(OrderQuery done, CancellationToken cancellationToken) => new()
    {
        WrittenBytes = await Counted.AskAsync(() => store.LogBytesAsync(cancellationToken)),
    };

    /// <inheritdoc/>
    public CpuTimes ReadCpu() => store.ReadCpu();

    /// <inheritdoc/>
    public Task<TimeSpan?> LagAsync(CancellationToken cancellationToken) => Task.FromResult<TimeSpan?>(null);

    /// <inheritdoc/>
    public Task SettleAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
