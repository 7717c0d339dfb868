using SupplyChain.Exports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Operations;

/// <summary>What planners have to look at.</summary>
internal static class ExceptionEndpoints
{
    private const string Tag = "Exceptions";

    private static readonly QueryParameter[] Filters =
    [
        QueryParameter.OneOf<ExceptionStatus>("status", "Only those in that status.").Many(),
        QueryParameter.OneOf<ExceptionKind>("kind", "Only that kind.").Many(),
        QueryParameter.Text("warehouse", "Only those in that warehouse.").Many(),
        QueryParameter.Text("sku", "Only those that touch that product.").Many(),
        QueryParameter.Text("order", "Only those that concern that order.").Many(),
        QueryParameter.Text("customer", "Only those of that customer.").Many(),
        QueryParameter.Text("owner", "Only those of that owner.").Many(),
        QueryParameter.Flag("owned", "Whether they have an owner."),
        QueryParameter.Flag("snoozed", "Whether they are snoozed now."),
    ];

    public static void MapExceptions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/exceptions", ListAsync)
            .Operation(Tag, "listExceptions", "What planners have to look at, newest first")
            .Queries([.. Filters, .. QueryParameter.Sorted(ExceptionEntry.SortFields)])
            .Answers<PageAnswer<ExceptionAnswer>>(200)
            .Fails(400, 422);
        api.MapGet("/exceptions/export", ListAsync)
            .ExportOperation(Tag, "exportExceptions", "exceptions")
            .Queries([.. Filters, QueryParameter.Sort(ExceptionEntry.SortFields)])
            .Exports(ExceptionColumns.All);
        api.MapGet("/exception-count", CountAsync)
            .Operation(
                Tag, "countExceptions", "How many match, and the units and orders they touch together; as the list, "
                + "status=Open&snoozed=false is what a planner has to look at now")
            .Queries(Filters)
            .Answers<ExceptionCountAnswer>(200)
            .Fails(400, 422);
        api.MapGet("/exceptions/{id}", GetAsync)
            .Operation(Tag, "getException", "An exception; its id has slashes, escaped or not")
            .Answers<ExceptionAnswer>(200)
            .Fails(404);
        // Not one pattern for both: it would match the list's address as well.
        api.MapGet("/exceptions/{id}/{**rest}", GetAsync).ExcludeFromDescription();
        api.MapPatch("/exceptions/{id}/{**rest}", AttendAsync).Takes<AttendExceptionBody>().ExcludeFromDescription();
        api.MapPatch("/exceptions/{id}", AttendAsync)
            .Operation(
                Tag, "attendException", "Takes, snoozes, notes or resolves it; what is absent stays, what is null is "
                + "cleared. One that is resolved by hand opens again when its cause begins anew")
            .Takes<AttendExceptionBody>()
            .Answers<ExceptionAnswer>(200)
            .Refuses(Refusal.VersionMismatch)
            .Fails(404);
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

    private static async Task<IResult> ListAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var exceptions = Wanted(query, query.Page(ExceptionEntry.SortFields));
        var client = chain.ForReading(http).Exceptions;
        return await Exporting.ListAsync(
            http, query, ExceptionColumns.All, exceptions.Page,
            (part, cancellation) => client.ListPageAsync(exceptions with { Page = part }, cancellation),
            ExceptionAnswer.Of);
    }

    private static async Task<IResult> CountAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var exceptions = Wanted(query, new());
        query.Check();
        var count = await chain.ForReading(http).Exceptions.CountAsync(exceptions, http.RequestAborted);
        return Answers.Plain(ExceptionCountAnswer.Of(count));
    }

    private static ListExceptions Wanted(QueryReader query, PageQuery page)
    {
        var (statuses, kinds) = (query.Values<ExceptionStatus>("status"), query.Values<ExceptionKind>("kind"));
        return new(
            statuses.Only(), kinds.Only(), page, statuses.Several(), kinds.Several(),
            query.Ids<WarehouseId>("warehouse"), query.Ids<Sku>("sku"), query.Ids<OrderId>("order"),
            query.Ids<CustomerId>("customer"), query.Texts("owner"), query.FlagOrNull("owned"),
            query.FlagOrNull("snoozed"));
    }
}
