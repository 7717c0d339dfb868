using Microsoft.Extensions.Logging;

namespace SupplyChain.Operations;

internal static partial class DueWorkLog
{
    [LoggerMessage(20, LogLevel.Warning, "Unfinished work could not be finished now and is tried again: {Reason}")]
    public static partial void Postponed(this ILogger log, string reason);

    [LoggerMessage(21, LogLevel.Warning, "No actor is known that finishes the work of {Stream}")]
    public static partial void Unknown(this ILogger log, string stream);

    [LoggerMessage(22, LogLevel.Error, "The work of {Stream} failed; it is tried again")]
    public static partial void Failed(this ILogger log, string stream, Exception fault);
}
