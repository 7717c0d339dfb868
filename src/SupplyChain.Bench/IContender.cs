namespace SupplyChain.Bench;

/// <summary>Something that takes the orders of a load, and tells what it has done and used.</summary>
internal interface IContender
{
    /// <summary>What it is called in a row.</summary>
    string Name { get; }

    /// <summary>The way its orders are placed.</summary>
    IOrderEntry Entry { get; }

    /// <summary>Counts; that may cost it something.</summary>
    /// <param name="load">The orders of a load, whose numbers begin so.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<Counts> CountAsync(string load, CancellationToken cancellationToken);

    /// <summary>CPU time used so far; that costs nothing.</summary>
    CpuTimes ReadCpu();

    /// <summary>How far its lists are behind; null when it does not answer.</summary>
    Task<TimeSpan?> LagAsync(CancellationToken cancellationToken);

    /// <summary>Returns when it has done what was left to do, or took too long for it.</summary>
    Task SettleAsync(CancellationToken cancellationToken);
}
