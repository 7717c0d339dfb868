using SupplyChain.Access;
using SupplyChain.Exports;

namespace SupplyChain.Operations;

/// <summary>What planners have to look at.</summary>
internal static class ExceptionEndpoints
{
    private const string Tag = "Exceptions";

    public static void MapExceptions(this IEndpointRouteBuilder api)
    {
        api.MapList<ListExceptions, ExceptionEntry, ExceptionAnswer>("/exceptions", new()
        {
            Tag = Tag,
            Name = "Exceptions",
            Summary = "What planners have to look at, newest first",
            Rows = "exceptions",
            Columns = ExceptionColumns.All,
            Answer = ExceptionAnswer.Of,
            Read = (client, query, page, stop) => client.Exceptions.ListPageAsync(query with { Page = page }, stop),
        });
        api.MapGet("/exception-count", CountAsync)
            .Scoped(Scope.ByList)
            .Operation(
                Tag, "countExceptions", "How many match, and the units and orders they touch together; as the list, "
                + "status=Open&snoozed=false is what a planner has to look at now")
            .Queries(Filters<ListExceptions>.Parameters)
            .Answers<ExceptionCountAnswer>(200)
            .Fails(400, 422);
        api.MapGet("/exceptions/{id}", GetAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getException", "An exception; its id has slashes, escaped or not")
            .Answers<ExceptionAnswer>(200)
            .Fails(404);
        // Not one pattern for both: it would match the list's address as well.
        api.MapGet("/exceptions/{id}/{**rest}", GetAsync).Scoped(Scope.ByEntity).ExcludeFromDescription();
        api.MapPatch("/exceptions/{id}/{**rest}", AttendAsync)
            .Scoped(Scope.ByCommand).Takes<AttendExceptionBody>().ExcludeFromDescription();
        api.MapPatch("/exceptions/{id}", AttendAsync)
            .Scoped(Scope.ByCommand)
            .Operation(
                Tag, "attendException", "Takes, snoozes, notes or resolves it; what is absent stays, what is null is "
                + "cleared. One that is resolved by hand opens again when its cause begins anew")
            .Takes<AttendExceptionBody>()
            .Answers<ExceptionAnswer>(200)
            .Refuses(Refusal.VersionMismatch)
            .Fails(404)
            .Needs(Permission.Plan);
    }

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var exception = await chain.ForReading(http).Exceptions.GetAsync(Id(http), http.RequestAborted);
        return Answers.Entity(exception, ExceptionAnswer.Of, "exception");
    }

    private static Task<IResult> AttendAsync(HttpContext http, SupplyChainClient chain)
    {
        var id = Id(http);
        return new Write<AttendException, ExceptionReply>(
            AttendExceptionBody.Read,
            (command, now) => command.Validate(now),
            (client, command, cancellation) => client.Exceptions.AttendAsync(id, command, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, ExceptionAnswer.Of));
    }

    private static string Id(HttpContext http)
    {
        var parts = http.Request.RouteValues;
        return Uri.UnescapeDataString(parts["rest"] is string rest ? $"{parts["id"]}/{rest}" : $"{parts["id"]}");
    }

    private static async Task<IResult> CountAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var exceptions = Filters<ListExceptions>.Read(query) with { Page = new() };
        query.Check();
        var count = await chain.ForReading(http).Exceptions.CountAsync(exceptions, http.RequestAborted);
        return Answers.Plain(ExceptionCountAnswer.Of(count));
    }
}
