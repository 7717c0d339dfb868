using SupplyChain.Access;
using SupplyChain.Exports;

namespace SupplyChain.Orders;

/// <summary>Placing orders and looking at them.</summary>
internal static class OrderEndpoints
{
    private const string Tag = "Orders";

    public static void MapOrders(this IEndpointRouteBuilder api)
    {
        api.MapPut("/orders/{number}", PlaceAsync)
            .Operation(Tag, "placeOrder", "Places an order and answers after its first allocation; safe to repeat")
            .Takes<PlaceOrderBody>()
            .Answers<OrderAnswer>(200, 201, 202)
            .Refuses(Refusal.Conflict, Refusal.WarehouseClosed, Refusal.VersionMismatch);
        api.MapPost("/quotes", QuoteAsync)
            .Operation(Tag, "quoteOrder",
                "What an order would get if it were placed now, with the same explanation; reserves nothing")
            .Takes<PlaceOrderBody>()
            .Answers<QuoteAnswer>(200)
            .Refuses(Refusal.WarehouseClosed)
            .Needs(Permission.Read);
        api.MapGet("/orders/{number}", GetAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getOrder", "An order as it is now, or as it was then")
            .Queries(QueryParameter.Past)
            .Answers<OrderAnswer>(200)
            .Fails(400, 404);
        api.MapList<OrderQuery, OrderSummary, OrderSummaryAnswer>("/orders", new()
        {
            Tag = Tag,
            Name = "Orders",
            Summary = "Lists orders, newest first",
            Rows = "orders",
            Columns = OrderColumns.All,
            Answer = OrderSummaryAnswer.Of,
            Read = (client, query, page, stop) => client.Orders.ListPageAsync(query, page, stop),
            Entity = ("number", GetAsync),
        });
        api.MapGet("/order-count", CountAsync)
            .Scoped(Scope.ByList)
            .Operation(Tag, "countOrders", "How many orders the same filters list, and of how many units")
            .Queries(Filters<OrderQuery>.Parameters)
            .Answers<OrderCountAnswer>(200)
            .Fails(400, 422);
        api.MapGet("/orders/{number}/history", HistoryAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getOrderHistory", "An order's events, oldest first")
            .Queries(QueryParameter.Paging)
            .Answers<PageAnswer<HistoryEntryAnswer>>(200)
            .Fails(400, 404);
        api.MapGet("/orders/{number}/story", StoryAsync)
            .Scoped(Scope.ByEntity)
            .Operation(Tag, "getOrderStory",
                "The events of every actor that belong to an order, as recorded")
            .Queries(QueryParameter.Paging)
            .Answers<PageAnswer<OrderStoryEntryAnswer>>(200)
            .Fails(400, 404);
    }

    private static Task<IResult> PlaceAsync(HttpContext http, SupplyChainClient chain)
    {
        var number = http.Id("number");
        return new Write<PlaceOrder, OrderReply>(
            PlaceOrderBody.Read,
            (order, now) => order.Validate(now),
            (client, order, cancellation) => client.Orders.PlaceAsync(number, order, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, OrderAnswer.Of));
    }

    private static Task<IResult> QuoteAsync(HttpContext http, SupplyChainClient chain) =>
        new Write<PlaceOrder, QuoteReply>(
            PlaceOrderBody.Read,
            (order, now) => order.Validate(now),
            (client, order, cancellation) => client.Orders.QuoteAsync(order, cancellation))
            .RunAsync(http, chain, reply => Answers.Reply(reply, quote => Answers.Plain(QuoteAnswer.Of(quote))));

    private static async Task<IResult> GetAsync(HttpContext http, SupplyChainClient chain)
    {
        var (number, orders) = (http.Id("number"), chain.ForReading(http).Orders);
        var order = Past.AskedFor(http) is { } then
            ? await orders.GetAsync(number, then, http.RequestAborted)
            : await orders.GetAsync(number, http.RequestAborted);
        return Answers.Entity(order, OrderAnswer.Of, "order");
    }

    private static async Task<IResult> CountAsync(HttpContext http, SupplyChainClient chain)
    {
        var query = new QueryReader(http);
        var orders = Filters<OrderQuery>.Read(query);
        query.Check();
        var count = await chain.ForReading(http).Orders.CountAsync(orders, http.RequestAborted);
        return Answers.Plain(OrderCountAnswer.Of(count));
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, SupplyChainClient chain)
    {
        var number = http.Id("number");
        var query = new QueryReader(http);
        var page = query.Page();
        query.Check();
        var history = await chain.ForReading(http).Orders.HistoryPageAsync(number, page, http.RequestAborted);
        return history is null
            ? Problems.NotFound("There is no such order.")
            : Answers.Page(history, HistoryEntryAnswer.Of);
    }

    private static async Task<IResult> StoryAsync(HttpContext http, SupplyChainClient chain)
    {
        var number = http.Id("number");
        var query = new QueryReader(http);
        var page = query.Page();
        query.Check();
        var story = await chain.ForReading(http).Orders.StoryPageAsync(number, page, http.RequestAborted);
        return story is null
            ? Problems.NotFound("There is no such order.")
            : Answers.Page(story, OrderStoryEntryAnswer.Of);
    }
}
