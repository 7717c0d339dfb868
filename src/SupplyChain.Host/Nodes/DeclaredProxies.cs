using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// Takes the caller's address and whether TLS was used from the proxies that are declared, and from nobody else; and
/// where there are some, refuses who comes from another machine past them without TLS.
/// </summary>
internal static class DeclaredProxies
{
    /// <summary>Uses them, when there are some; before what asks who calls.</summary>
    public static void UseDeclaredProxies(this IApplicationBuilder app, ProxyOptions proxies)
    {
        if (proxies.Networks is not { Count: > 0 } networks)
            return;
        app.Use((http, next) => MayComeSo(http, networks) ? next(http) : Refuse(http));
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null, // From proxy to proxy, as long as they are declared.
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in networks)
            forwarded.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(forwarded);
    }

    private static bool MayComeSo(HttpContext http, IReadOnlyList<IPNetwork> proxies) =>
        http.Request.IsHttps
        || http.Connection.RemoteIpAddress is not { } from
        || IPAddress.IsLoopback(from) || from.Equals(http.Connection.LocalIpAddress)
        || proxies.Any(network => network.Contains(from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from));

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
