using System.Net;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// Lets operators alone see the dashboard and the metrics, send silos away and raise the feature level. Without a key
/// every program on this machine is one, in Development only.
/// </summary>
internal sealed class OperatorsOnly(RequestDelegate next, OperatorKey key, IHostEnvironment environment)
{
    private static readonly PathString[] Theirs = ["/ops", "/metrics", "/api/v1/silos", "/api/v1/upgrade"];

    public Task InvokeAsync(HttpContext http)
    {
        if (!Array.Exists(Theirs, path => http.Request.Path.StartsWithSegments(path)))
            return next(http);
        if (key.IsSet)
            return key.IsShownBy(http.Request) ? next(http) : Refuse(http, StatusCodes.Status401Unauthorized);
        return environment.IsDevelopment() && IsLocal(http.Connection)
            ? next(http)
            : Refuse(http, StatusCodes.Status403Forbidden);
    }

    private static bool IsLocal(ConnectionInfo connection) =>
        connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote);

    /// <summary>The body is written by those who write every problem.</summary>
    private static Task Refuse(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"SupplyChain operators\", charset=\"UTF-8\"";
        return Task.CompletedTask;
    }
}
