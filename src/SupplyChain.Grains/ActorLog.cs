using Microsoft.Extensions.Logging;

namespace SupplyChain;

internal static partial class ActorLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Actor} gives up this activation: {Reason}")]
    public static partial void ActivationGivenUp(this ILogger log, string actor, string reason);

    [LoggerMessage(
        2, LogLevel.Warning, "{Stream} could not finish what it started; it is taken up again later: {Reason}")]
    public static partial void Interrupted(this ILogger log, string stream, string reason);
}
