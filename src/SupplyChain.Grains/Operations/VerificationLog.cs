using Microsoft.Extensions.Logging;

namespace SupplyChain.Operations;

internal static partial class VerificationLog
{
    [LoggerMessage(40, LogLevel.Error, "A verification failed; this is a fault of ours")]
    public static partial void Failed(this ILogger log, Exception fault);
}
