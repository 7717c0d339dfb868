using SupplyChain.Orders;

namespace SupplyChain.Bench;

/// <summary>Something that takes the orders of a load, and tells what it has done and used.</summary>
internal interface IContender
{
    /// <summary>What it is called in a row.</summary>
    string Name { get; }

    /// <summary>Whether it has lists beside what it writes, which may fall behind.</summary>
    bool HasLists { get; }

    /// <summary>What a client does with it.</summary>
    /// <param name="load">What is measured.</param>
    /// <param name="orders">The client's orders.</param>
    /// <param name="client">The client, from 0.</param>
    IClientWork Work(OrderLoad load, OrderMaker orders, int client);

    /// <summary>Counts; that may cost it something.</summary>
    /// <param name="done">Which orders the lists show when they are done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<Counts> CountAsync(OrderQuery done, CancellationToken cancellationToken);

    /// <summary>CPU time used so far; that costs nothing.</summary>
    CpuTimes ReadCpu();

    /// <summary>How far its lists are behind; null when it does not answer.</summary>
    Task<TimeSpan?> LagAsync(CancellationToken cancellationToken);

    /// <summary>Returns when it has done what was left to do, or took too long for it.</summary>
    Task SettleAsync(CancellationToken cancellationToken);
}
