using System.Diagnostics.Metrics;
using System.Security.Claims;

namespace SupplyChain.Access;

/// <summary>
/// Counts the requests that were refused because of who made them, in the instrument that counts refused calls of the
/// SDK as well, and logs those that showed something.
/// </summary>
internal sealed partial class RefusedRequests(IMeterFactory meters, ILogger<RefusedRequests> log)
{
    private readonly Counter<long> _refused = meters.Create("SupplyChain.Access").CreateCounter<long>(
        "supplychain.access.refused", "{call}", "Calls that were refused because of who called.");

    /// <summary>Nothing was shown.</summary>
    public void Anonymous() => Count("anonymous");

    /// <summary>What was shown is not accepted: unknown, forged, expired or revoked.</summary>
    public void Unknown(HttpRequest request)
    {
        Count("unknown");
        Refused(log, request.Method, request.Path, "no accepted key", "unknown");
    }

    /// <summary>The visitor's role may not do that.</summary>
    public void Forbidden(HttpRequest request, ClaimsPrincipal visitor)
    {
        Count("forbidden");
        Refused(log, request.Method, request.Path, visitor.Key() ?? "no key", "forbidden");
    }

    private void Count(string reason) => _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    [LoggerMessage(LogLevel.Warning, "Refused {Method} {Path} to {Caller}: {Why}")]
    private static partial void Refused(ILogger log, string method, string path, string caller, string why);
}
