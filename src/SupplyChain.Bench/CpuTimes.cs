using System.Diagnostics;

namespace SupplyChain.Bench;

/// <summary>CPU time used up to an instant, in ms; null is unknown.</summary>
internal readonly record struct CpuTimes(long At, double? NodesMs, double ClientMs, double? DatabaseMs)
{
    /// <summary>What was used until now.</summary>
    public static CpuTimes Read(ProcessTimes processes)
    {
        var (nodes, database) = processes.Read();
        return new(
            Stopwatch.GetTimestamp(), nodes, Environment.CpuUsage.TotalTime.TotalMilliseconds, database);
    }
}
