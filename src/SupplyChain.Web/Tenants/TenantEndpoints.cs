using SupplyChain.Access;

namespace SupplyChain.Tenants;

/// <summary>The tenants of the cluster, for operators of the home tenant.</summary>
internal static class TenantEndpoints
{
    private const string Tag = "Tenants";

    private static readonly QueryParameter[] UsageQueries =
    [
        QueryParameter.Text("from", "The first day; 29 days before the last one when it is absent."),
        QueryParameter.Text("to", "The day behind the last one, at most 400 days later; tomorrow when it is absent."),
    ];

    public static void MapTenants(this IEndpointRouteBuilder api)
    {
        api.MapGet("/tenants", ListAsync)
            .Operation(Tag, "listTenants", "The tenants by id, the home tenant included; all at once")
            .Answers<PageAnswer<TenantAnswer>>(200)
            .Needs(Permission.Operate);
        api.MapGet("/tenants/{id}", GetAsync)
            .Operation(Tag, "getTenant", "A tenant")
            .Answers<TenantAnswer>(200)
            .Fails(400, 404)
            .Needs(Permission.Operate);
        api.MapPut("/tenants/{id}", PutAsync)
            .Operation(
                Tag, "putTenant",
                "Makes a tenant, or replaces what is known of it; quotas that are absent are none. Its id is 1 to 50 "
                + "characters of a-z 0-9 - that begin with a letter or digit")
            .Takes<PutTenantBody>()
            .Answers<TenantAnswer>(200, 201)
            .Refuses(Refusal.VersionMismatch, Refusal.NeedsUpgrade)
            .Needs(Permission.Operate);
        api.MapGet("/tenants/{id}/usage", UsageOfAsync)
            .Operation(Tag, "getUsageOfTenant", "What a tenant used day by day (UTC), the newest day first")
            .Queries(UsageQueries)
            .Answers<TenantUsageAnswer>(200)
            .Fails(400, 404)
            .Needs(Permission.Operate);
        api.MapGet("/usage", UsageAsync)
            .Operation(
                Tag, "getUsage",
                "What the caller's own tenant used day by day (UTC), the newest day first; and what it may use")
            .Queries(UsageQueries)
            .Answers<TenantUsageAnswer>(200)
            .Fails(400)
            .Needs(Permission.Govern);
    }

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        var tenants = await chain.ForReading(http).Tenants.ListAsync(http.RequestAborted);
        return Answers.Plain(new PageAnswer<TenantAnswer>(tenants.Each(TenantAnswer.Of), null));
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var tenant = await chain.ForReading(http).Tenants.GetAsync(http.Id("id"), http.RequestAborted);
        return Answers.Entity(tenant, TenantAnswer.Of, "tenant");
    }

    private static async Task<IResult> UsageOfAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = Query(http);
        var usage = await chain.ForReading(http).Tenants.UsageAsync(http.Id("id"), query, http.RequestAborted);
        return usage is null
            ? Problems.NotFound("The tenant does not exist.")
            : Answers.Plain(TenantUsageAnswer.Of(usage));
    }

    private static async Task<IResult> UsageAsync(HttpContext http, SupplyChainClient chain)
    {
        var usage = await chain.ForReading(http).Tenants.UsageAsync(Query(http), http.RequestAborted);
        return Answers.Plain(TenantUsageAnswer.Of(usage));
    }

    private static UsageQuery Query(HttpContext http)
    {
        var reader = new QueryReader(http);
        var query = new UsageQuery(reader.Date("from"), reader.Date("to"));
        foreach (var fault in query.Validate())
            reader.Refuse(fault.Pointer[1..], fault.Message);
        reader.Check();
        return query;
    }

    private static Task<IResult> PutAsync(HttpContext http, SupplyChainClient chain)
    {
        TenantId id = http.Id("id");
        return new Write<PutTenant, TenantReply>(
            PutTenantBody.Read,
            (tenant, _) => tenant.Validate(id),
            (client, tenant, cancellation) => client.Tenants.PutAsync(id, tenant, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, TenantAnswer.Of));
    }
}
