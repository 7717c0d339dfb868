using Microsoft.AspNetCore.Diagnostics;

namespace SupplyChain.Planner;

/// <summary>
/// Answers a browser in HTML when there is no such page, it failed, or the visitor's role does not include it; says
/// what pages may load, and leaves programs with problem documents.
/// </summary>
internal sealed partial class PageRequests(RequestDelegate next, ILogger<PageRequests> logger)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly PathString[] OfPrograms =
        ["/api", "/health", "/metrics", "/openapi", "/ops/orleans", "/_blazor", "/_framework", "/_content"];

    public async Task InvokeAsync(HttpContext http)
    {
        if (!IsForPage(http.Request))
        {
            await next(http);
            return;
        }

        http.Response.OnStarting(Protect, http);
        try
        {
            await next(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Failed(logger, failure, http.Request.Path);
            await ShowAsync(http, "/error", StatusCodes.Status500InternalServerError);
            return;
        }

        if (http.Response is not { HasStarted: false, ContentType: null, StatusCode: var status })
            return;
        if (status == StatusCodes.Status404NotFound)
            await ShowAsync(http, "/not-found", status);
        else if (status == StatusCodes.Status403Forbidden)
            await ShowAsync(http, "/closed", status);
    }

    /// <summary>Whether a browser asks for a page.</summary>
    internal static bool IsForPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !Array.Exists(OfPrograms, path => request.Path.StartsWithSegments(path));

    private static Task Protect(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return Task.CompletedTask;
    }

    /// <summary>Routes the request again, to the page that helps; the address stays.</summary>
    private async Task ShowAsync(HttpContext http, string page, int status)
    {
        var (asked, services) = (http.Request.Path, http.RequestServices);
        http.Response.Clear();
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = asked });
        http.Response.StatusCode = status;
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.Request.Path = page;
        // What the failed attempt began cannot be begun twice.
        await using var again = services.CreateAsyncScope();
        http.RequestServices = again.ServiceProvider;
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Path, http.RequestServices) = (asked, services);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Path} failed")]
    private static partial void Failed(ILogger logger, Exception failure, string path);
}
