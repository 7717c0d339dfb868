using Microsoft.Extensions.Logging;

namespace SupplyChain.Operations;

internal static partial class BalancingLog
{
    [LoggerMessage(
        30, LogLevel.Information,
        "Rebalanced: {Moved} actors moved to other silos in {Seconds:0.0} s, {Left} live here")]
    public static partial void Rebalanced(this ILogger log, int moved, double seconds, int left);
}
