namespace SupplyChain.Bench;

/// <summary>What one order cost; of a load of other operations, one of these. Null is unknown.</summary>
/// <param name="NodeCpuMs">CPU time of all nodes.</param>
/// <param name="ClientCpuMs">CPU time of the program that measures.</param>
/// <param name="DatabaseCpuMs">CPU time of the database server.</param>
/// <param name="AllocatedBytes">Bytes the nodes allocated.</param>
/// <param name="WrittenBytes">Bytes of the write-ahead log, or what nodes without a server wrote.</param>
internal sealed record CostPerOrder(
    double? NodeCpuMs, double? ClientCpuMs, double? DatabaseCpuMs, double? AllocatedBytes, double? WrittenBytes)
{
    /// <summary>What was used a second, for each of what was done a second.</summary>
    public static CostPerOrder Of(double perSecond, CpuTimes began, CpuTimes ended, Counts before, Counts after)
    {
        double? Each(double? rate) => perSecond > 0 ? rate / perSecond : null;
        double? EachOf(double? one, double? other) => Each(Counted.PerSecond(At(one, began), At(other, ended)));
        return new(
            EachOf(began.NodesMs, ended.NodesMs), EachOf(began.ClientMs, ended.ClientMs),
            EachOf(began.DatabaseMs, ended.DatabaseMs),
            Each(Counted.PerSecond(before.AllocatedBytes, after.AllocatedBytes)),
            Each(Counted.PerSecond(before.WrittenBytes, after.WrittenBytes)));
    }

    private static Counted? At(double? value, CpuTimes read) => value is { } known ? new(known, read.At) : null;
}
