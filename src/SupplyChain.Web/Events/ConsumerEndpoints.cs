using SupplyChain.Access;

namespace SupplyChain.Events;

/// <summary>Readers of events whose positions are kept.</summary>
internal static class ConsumerEndpoints
{
    private const string Tag = "Events";

    public static void MapConsumers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/consumers", ListAsync)
            .Operation(Tag, "listConsumers", "The readers of events whose positions are kept, by name; all at once")
            .Answers<PageAnswer<ConsumerAnswer>>(200)
            .Needs(Permission.Read);
        api.MapGet("/consumers/{name}", GetAsync)
            .Operation(Tag, "getConsumer", "A reader of events, where it is and how far it lags")
            .Answers<ConsumerAnswer>(200)
            .Fails(400, 404)
            .Needs(Permission.Read);
        api.MapPut("/consumers/{name}", PutAsync)
            .Operation(
                Tag, "putConsumer",
                "Keeps the position of a reader of events; an earlier one than before makes it read again. At most "
                + "100 readers. Safe to repeat")
            .Takes<PutConsumerBody>()
            .Answers<ConsumerAnswer>(200, 201)
            .Refuses(Refusal.VersionMismatch)
            .Needs(Permission.Write);
        api.MapDelete("/consumers/{name}", DeleteAsync)
            .Operation(Tag, "deleteConsumer", "Forgets a reader of events")
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(Refusal.VersionMismatch)
            .Fails(400, 404)
            .Needs(Permission.Write);
    }

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        var all = await chain.ForReading(http).Events.Consumers.ListAsync(http.RequestAborted);
        return Answers.Plain(new PageAnswer<ConsumerAnswer>(all.Each(ConsumerAnswer.Of), null));
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain) => Answers.Entity(
        await chain.ForReading(http).Events.Consumers.FindAsync(http.Id("name"), http.RequestAborted),
        ConsumerAnswer.Of, "consumer");

    private static Task<IResult> PutAsync(HttpContext http, SupplyChainClient chain)
    {
        ConsumerName name = http.Id("name");
        return new Write<PutConsumer, ConsumerReply>(
            body => PutConsumerBody.Read(body, name),
            (command, _) => command.Validate(),
            (client, command, cancellation) =>
                client.Events.Consumers.CommitAsync(command.Name, command.Position, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, ConsumerAnswer.Of));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, SupplyChainClient chain)
    {
        var reply = await chain.ForWriting(http).Events.Consumers.DeleteAsync(http.Id("name"), http.RequestAborted);
        return Answers.Reply(reply, _ => Results.NoContent());
    }
}
