namespace SupplyChain.Host.Nodes;

/// <summary>
/// Refuses what another site's page makes a browser send here to change something: the browser would add a password by
/// itself, and without a key there is no authentication. Programs do not send the header.
/// </summary>
internal sealed class OwnPages(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (reads || http.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none")
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
