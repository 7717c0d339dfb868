using Microsoft.Extensions.Logging;

namespace SupplyChain.Imports;

internal static partial class ImportLog
{
    [LoggerMessage(30, LogLevel.Error, "{Stream} failed unexpectedly")]
    public static partial void ImportFailed(this ILogger log, Exception trouble, string stream);
}
