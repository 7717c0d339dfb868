namespace SupplyChain.Access;

/// <summary>The keys of the tenant.</summary>
internal static class KeyEndpoints
{
    private const string Tag = "Keys";

    public static void MapKeys(this IEndpointRouteBuilder api)
    {
        api.MapGet("/keys", ListAsync)
            .Operation(Tag, "listKeys", "The keys, the newest first, revoked and expired ones included; all at once")
            .Answers<PageAnswer<KeyAnswer>>(200)
            .Needs(Permission.Administer);
        api.MapPost("/keys", CreateAsync)
            .Operation(Tag, "createKey",
                "Creates a key and answers with its text, this once: only a digest of it is kept. When the answer is "
                + "lost, revoke the key and create another")
            .Takes<CreateKeyBody>()
            .Repeats(
                "It does not bring an answer back that was lost, since the text of a key is kept nowhere. The name is "
                + "what a repeat is refused by: no two keys that are accepted have one name")
            .Answers<CreatedKeyAnswer>(201)
            .Refuses(Refusal.Conflict, Refusal.NeedsUpgrade)
            .Needs(Permission.Administer);
        api.MapDelete("/keys/{id}", RevokeAsync)
            .Operation(Tag, "revokeKey", "Revokes a key: five seconds later no node accepts it. Safe to repeat")
            .Answers<KeyAnswer>(200)
            .Fails(400, 404)
            .Needs(Permission.Administer);
    }

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        var keys = await chain.ForReading(http).Keys.ListAsync(http.RequestAborted);
        return Answers.Plain(new PageAnswer<KeyAnswer>(keys.Each(KeyAnswer.Of), null));
    }

    private static Task<IResult> CreateAsync(HttpContext http, SupplyChainClient chain) =>
        new Write<CreateKey, CreatedKeyReply>(
            CreateKeyBody.Read,
            (command, _) => command.Validate(),
            (client, command, cancellation) => client.Keys.CreateAsync(command, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, created => Created(http, created, chain.Tenant)));

    private static async Task<IResult> RevokeAsync(HttpContext http, SupplyChainClient chain)
    {
        var reply = await chain.ForReading(http).Keys.RevokeAsync(http.Id("id"), http.RequestAborted);
        return Answers.Reply(reply, key => Answers.Plain(KeyAnswer.Of(key)));
    }

    private static EntityResult<CreatedKeyAnswer> Created(
        HttpContext http, CreatedKey created, TenantId tenant)
    {
        http.Response.Headers.CacheControl = "no-store";
        return new(CreatedKeyAnswer.Of(created, tenant), null, StatusCodes.Status201Created);
    }
}
