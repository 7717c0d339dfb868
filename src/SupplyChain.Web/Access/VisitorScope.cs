using SupplyChain.Planner;

namespace SupplyChain.Access;

/// <summary>
/// Behind authentication: tells the services of a request whose entities they work on, and for a page how the
/// coordinator is.
/// </summary>
internal sealed class VisitorScope(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.User.Tenant() is not null)
        {
            http.RequestServices.GetRequiredService<VisitorTenant>().Is(http.User);
            if (PageRequests.IsForPage(http.Request))
                await http.RequestServices.GetRequiredService<LiveFeed>().AskAsync(http.RequestAborted);
        }
        await next(http);
    }
}
