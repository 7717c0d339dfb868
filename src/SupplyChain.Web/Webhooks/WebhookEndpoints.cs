using SupplyChain.Access;

namespace SupplyChain.Webhooks;

/// <summary>What other systems are told by posts to their addresses.</summary>
internal static class WebhookEndpoints
{
    private const string Tag = "Webhooks";

    private static readonly QueryParameter[] DeliveryQueries =
    [
        QueryParameter.Flag("failures", "Only attempts that failed."),
        QueryParameter.Number("limit", "How many, 1 to 1,000; 100 when it is absent.") with
        {
            Minimum = 1, Maximum = QueryReader.MaxPageLimit,
        },
    ];

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").Needs(Permission.Integrate);
        api.MapGet("/webhooks", ListAsync)
            .Operation(Tag, "listWebhooks", "The webhooks, by id; all at once")
            .Answers<PageAnswer<WebhookAnswer>>(200);
        api.MapGet("/webhooks/{id}", GetAsync)
            .Operation(Tag, "getWebhook", "A webhook and how far it is")
            .Answers<WebhookAnswer>(200)
            .Fails(400, 404);
        api.MapPut("/webhooks/{id}", PutAsync)
            .Operation(
                Tag, "putWebhook",
                "Sets a webhook up, or changes it. Events that come after it was set up are posted to it, each "
                + "entity's in order, signed after Standard Webhooks 1.0.0; a receiver answers 2xx within 15 s. The "
                + "secret is in the answer that made it and nowhere else")
            .Takes<PutWebhookBody>()
            .Answers<WebhookAnswer>(200, 201)
            .Refuses(Refusal.VersionMismatch, Refusal.NeedsUpgrade);
        api.MapDelete("/webhooks/{id}", DeleteAsync)
            .Operation(Tag, "deleteWebhook", "Deletes a webhook; what was not delivered never is")
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(Refusal.VersionMismatch)
            .Fails(400, 404);
        Command(
            api, "pause", "Stops a webhook; events wait in the journal until it is resumed",
            (hooks, id, stopping) => hooks.PauseAsync(id, stopping));
        Command(
            api, "resume", "Has a webhook go on where it stopped; what waits is tried at once",
            (hooks, id, stopping) => hooks.ResumeAsync(id, stopping));
        Command(
            api, "rotate",
            "Gives a webhook another secret, which is in this answer alone; the former one signs beside it for a day",
            (hooks, id, stopping) => hooks.RotateAsync(id, stopping),
            "Every request makes another secret; with If-Match a repeat is refused by the version");
        api.MapPost("/webhooks/{id}/test", TestAsync)
            .Operation(
                Tag, "testWebhook",
                "Posts an event of type supplychain.webhook.test.v1 once, and answers with what came of it")
            .Repeats("Every request posts once")
            .Answers<DeliveryAttemptAnswer>(200)
            .Fails(400, 404);
        api.MapPost("/webhooks/{id}/replay", ReplayAsync)
            .Operation(Tag, "replayWebhook", "Delivers again: everything after a position, or one delivery")
            .Takes<ReplayWebhookBody>()
            .Repeats("Every request delivers again; a receiver knows an event by its webhook-id")
            .Answers<WebhookAnswer>(200)
            .Fails(404);
        api.MapGet("/webhooks/{id}/deliveries", DeliveriesAsync)
            .Operation(
                Tag, "listDeliveries",
                "The newest attempts, the newest first: 250 that succeeded are kept, and 250 that did not")
            .Queries(DeliveryQueries)
            .Answers<PageAnswer<DeliveryAttemptAnswer>>(200)
            .Fails(400, 404, 422);
    }

    private static void Command(
        IEndpointRouteBuilder api, string name, string summary,
        Func<WebhooksClient, WebhookId, CancellationToken, Task<WebhookReply>> send, string? repeat = null) =>
        api.MapPost($"/webhooks/{{id}}/{name}", async (HttpContext http, SupplyChainClient chain) =>
            {
                var reply = await send(chain.ForWriting(http).Webhooks, http.Id("id"), http.RequestAborted);
                return Shown(http, reply);
            })
            .Operation(Tag, $"{name}Webhook", summary)
            .Repeats(repeat ?? IdempotencyKey.InGeneral)
            .Answers<WebhookAnswer>(200)
            .Refuses(Refusal.VersionMismatch)
            .Fails(400, 404);

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        var hooks = await chain.ForReading(http).Webhooks.ListAsync(http.RequestAborted);
        return Answers.Plain(new PageAnswer<WebhookAnswer>(hooks.Each(WebhookAnswer.Of), null));
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var hook = await chain.ForReading(http).Webhooks.FindAsync(http.Id("id"), http.RequestAborted);
        return Answers.Entity(hook, WebhookAnswer.Of, "webhook");
    }

    private static Task<IResult> PutAsync(HttpContext http, SupplyChainClient chain)
    {
        WebhookId id = http.Id("id");
        return new Write<PutWebhook, WebhookReply>(
            PutWebhookBody.Read,
            (webhook, _) => webhook.Validate(),
            (client, webhook, cancellation) => client.Webhooks.PutAsync(id, webhook, cancellation))
            .RunAsync(http, chain, reply => Shown(http, reply));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, SupplyChainClient chain)
    {
        var reply = await chain.ForWriting(http).Webhooks.DeleteAsync(http.Id("id"), http.RequestAborted);
        return Answers.Reply(reply, _ => Results.NoContent());
    }

    private static async Task<IResult> TestAsync(HttpContext http, SupplyChainClient chain)
    {
        var attempt = await chain.ForReading(http).Webhooks.TestAsync(http.Id("id"), http.RequestAborted);
        return attempt is null ? NoWebhook() : Answers.Plain(DeliveryAttemptAnswer.Of(attempt));
    }

    private static Task<IResult> ReplayAsync(HttpContext http, SupplyChainClient chain)
    {
        WebhookId id = http.Id("id");
        return new Write<ReplayWebhook, WebhookReply>(
            ReplayWebhookBody.Read,
            (_, _) => [],
            (client, replay, cancellation) => client.Webhooks.ReplayAsync(id, replay, cancellation))
            .RunAsync(http, chain, reply => Shown(http, reply));
    }

    private static async Task<IResult> DeliveriesAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var list = new ListDeliveries(query.Flag("failures"), query.Limit());
        query.Check();
        var attempts = await chain.ForReading(http).Webhooks
            .DeliveriesAsync(http.Id("id"), list, http.RequestAborted);
        return attempts is { } found
            ? Answers.Plain(new PageAnswer<DeliveryAttemptAnswer>(found.Each(DeliveryAttemptAnswer.Of), null))
            : NoWebhook();
    }

    private static IResult Shown(HttpContext http, WebhookReply reply)
    {
        if (reply.Value?.Secret is not null)
            http.Response.Headers.CacheControl = "no-store";
        return Answers.Reply(reply, WebhookAnswer.Of);
    }

    private static Problem NoWebhook() => Problems.NotFound("The webhook does not exist.");
}
