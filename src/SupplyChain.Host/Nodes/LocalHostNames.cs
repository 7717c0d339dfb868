using System.Net;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// Answers only to the names of this machine itself: a web page that makes its own name point here (DNS rebinding) must
/// not reach a node without authentication.
/// </summary>
internal sealed class LocalHostNames(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var host = http.Request.Host.Host.Trim('[', ']');
        var local = host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        return local ? next(http) : throw new BadHttpRequestException($"This node is not called '{host}'.", 421);
    }
}
