namespace SupplyChain.Access;

/// <summary>The keys of the tenant; for administrators of the home tenant those of other tenants too.</summary>
internal static class KeyEndpoints
{
    private const string Tag = "Keys";
    private const string TenantName = "tenant";

    private static readonly QueryParameter Whose = QueryParameter.Text(
        TenantName,
        "Whose keys: the caller's own without it; administrators of the home tenant alone may name another.");

    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        api.MapGet("/keys", ListAsync)
            .Operation(Tag, "listKeys", "The keys, the newest first, revoked and expired ones included; all at once")
            .Queries(Whose)
            .Answers<PageAnswer<KeyAnswer>>(200)
            .Fails(400, 422)
            .Needs(Permission.Administer);
        api.MapPost("/keys", CreateAsync)
            .Operation(Tag, "createKey",
                "Creates a key and answers with its text, this once: only a digest of it is kept. When the answer is "
                + "lost, revoke the key and create another")
            .Takes<CreateKeyBody>()
            .Answers<CreatedKeyAnswer>(201)
            .Refuses(Refusal.Conflict, Refusal.NeedsUpgrade)
            .Needs(Permission.Administer);
        api.MapDelete("/keys/{id}", RevokeAsync)
            .Operation(Tag, "revokeKey", "Revokes a key: five seconds later no node accepts it. Safe to repeat")
            .Queries(Whose)
            .Answers<KeyAnswer>(200)
            .Fails(400, 404, 422)
            .Needs(Permission.Administer);
    }

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        var client = await OfTenantAsync(http, chain.ForReading(http));
        var keys = await client.Keys.ListAsync(http.RequestAborted);
        return Answers.Plain(new PageAnswer<KeyAnswer>(keys.Each(KeyAnswer.Of), null));
    }

    private static Task<IResult> CreateAsync(HttpContext http, SupplyChainClient chain)
    {
        var tenant = chain.Tenant;
        return new Write<KeyToCreate, CreatedKeyReply>(
            CreateKeyBody.Read,
            (command, _) => command.Key.Validate(),
            (client, command, cancellation) =>
            {
                tenant = command.Tenant ?? tenant;
                return client.With(new CallOptions { Tenant = tenant }).Keys.CreateAsync(command.Key, cancellation);
            })
            .RunAsync(http, chain, reply => Answers.Reply(reply, created => Created(http, created, tenant)));
    }

    private static async Task<IResult> RevokeAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = http.Id("id");
        var client = await OfTenantAsync(http, chain.ForReading(http));
        var reply = await client.Keys.RevokeAsync(id, http.RequestAborted);
        return Answers.Reply(reply, key => Answers.Plain(KeyAnswer.Of(key)));
    }

    /// <summary>The client for the keys of the tenant that the query names; of the caller's own without.</summary>
    /// <exception cref="FaultyRequestException">There is no such tenant.</exception>
    private static async Task<SupplyChainClient> OfTenantAsync(HttpContext http, SupplyChainClient client)
    {
        var query = new QueryReader(http);
        var named = query.Id<TenantId>(TenantName);
        query.Check();
        if (named is not { } tenant || tenant == client.Tenant)
            return client;
        return await client.Tenants.GetAsync(tenant, http.RequestAborted) is not null
            ? client.With(new CallOptions { Tenant = tenant })
            : throw new FaultyRequestException(Problems.Invalid(
            [
                ProblemError.InRequest(TenantName, FaultCodes.UnknownTenant, $"There is no tenant '{tenant}'."),
            ]));
    }

    private static EntityResult<CreatedKeyAnswer> Created(
        HttpContext http, CreatedKey created, TenantId tenant)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new(CreatedKeyAnswer.Of(created, tenant), null, StatusCodes.Status201Created);
    }
}
