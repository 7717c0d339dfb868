using SupplyChain.Access;

namespace SupplyChain.Orders;

/// <summary>Amending, cancelling, sourcing again and releasing orders.</summary>
internal static class OrderChangeEndpoints
{
    private const string Tag = "Orders";

    public static void MapOrderChanges(this IEndpointRouteBuilder api)
    {
        api.MapPatch("/orders/{number}", AmendAsync)
            .Operation(Tag, "amendOrder",
                "Changes an order, or adds lines; values are absolute, as the order shows them; what is absent stays, "
                + "a date that is null is cleared")
            .Queries(DryRun.Parameter)
            .Takes<AmendOrderBody>()
            .Answers<OrderAnswer>(200, 202)
            .Refuses(
                Refusal.TooLate, Refusal.OrderClosed, Refusal.WarehouseClosed, Refusal.ShipComplete,
                Refusal.MaxShipments, Refusal.AllowBackorder, Refusal.VersionMismatch)
            .Fails(404);
        api.MapPost("/orders/{number}/cancel", CancelAsync)
            .Operation(Tag, "cancelOrder", "Cancels an order, or what is open of the lines named (closing them short)")
            .Queries(DryRun.Parameter)
            .Takes<CancelOrderBody>()
            .Answers<OrderAnswer>(200, 202)
            .Refuses(Refusal.TooLate, Refusal.VersionMismatch)
            .Fails(404);
        api.MapPost("/orders/{number}/resource", ResourceAsync)
            .Operation(Tag, "resourceOrder",
                "Sources what is reserved and not released again, of all lines or of those named: units move where "
                + "that betters the order, and are reserved there first; the body may be empty")
            .Queries(DryRun.Parameter)
            .Takes<ResourceOrderBody>(mayBeEmpty: true)
            .Answers<OrderAnswer>(200, 202)
            .Refuses(Refusal.TooLate, Refusal.OrderClosed, Refusal.VersionMismatch)
            .Fails(404);
        api.MapPost("/orders/{number}/release", ReleaseAsync)
            .Scoped(Scope.ByCommand)
            .Operation(Tag, "releaseOrder", "Makes shipments of what is allocated; the body may be empty")
            .Takes<ReleaseOrderBody>(mayBeEmpty: true)
            .Answers<OrderAnswer>(200, 202)
            .Refuses(
                Refusal.NothingAllocated, Refusal.ShipmentInUse, Refusal.ShipmentCancelled, Refusal.ShipComplete,
                Refusal.MaxShipments, Refusal.OrderClosed, Refusal.VersionMismatch)
            .Fails(404);
    }

    private static Task<IResult> AmendAsync(HttpContext http, SupplyChainClient chain)
    {
        var number = http.Id("number");
        return ChangeAsync(
            http, chain, AmendOrderBody.Read, change => change.Validate(),
            (client, change, cancellation) => client.Orders.AmendAsync(number, change, cancellation),
            (client, change, cancellation) => client.Orders.PreviewAmendAsync(number, change, cancellation));
    }

    private static Task<IResult> CancelAsync(HttpContext http, SupplyChainClient chain)
    {
        var number = http.Id("number");
        return ChangeAsync(
            http, chain, CancelOrderBody.Read, cancel => cancel.Validate(),
            (client, cancel, cancellation) => client.Orders.CancelAsync(number, cancel, cancellation),
            (client, cancel, cancellation) => client.Orders.PreviewCancelAsync(number, cancel, cancellation));
    }

    private static Task<IResult> ResourceAsync(HttpContext http, SupplyChainClient chain)
    {
        var number = http.Id("number");
        return ChangeAsync(
            http, chain, ResourceOrderBody.Read, resource => resource.Validate(),
            (client, resource, cancellation) => client.Orders.ResourceAsync(number, resource, cancellation),
            (client, resource, cancellation) => client.Orders.PreviewResourceAsync(number, resource, cancellation),
            ifEmpty: "{}");
    }

    /// <summary>Carries a command out, or says what it would do.</summary>
    private static Task<IResult> ChangeAsync<T>(
        HttpContext http, SupplyChainClient chain, Func<BodyReader, T> read, Func<T, Items<Fault>> validate,
        Func<SupplyChainClient, T, CancellationToken, Task<OrderReply>> send,
        Func<SupplyChainClient, T, CancellationToken, Task<OrderPreviewReply>> preview, string? ifEmpty = null)
        where T : class => DryRun.IsWanted(http)
        ? new Write<T, OrderPreviewReply>(read, (command, _) => validate(command), preview, ifEmpty)
            .RunAsync(http, chain, reply => Answers.Reply(
                reply, seen => Answers.Preview(OrderAnswer.Of(seen.Order), seen.Consequences)))
        : new Write<T, OrderReply>(read, (command, _) => validate(command), send, ifEmpty)
            .RunAsync(http, chain, reply => Answers.Reply(reply, OrderAnswer.Of));

    private static Task<IResult> ReleaseAsync(HttpContext http, SupplyChainClient chain)
    {
        var number = http.Id("number");
        return new Write<ReleaseOrder, OrderReply>(
            ReleaseOrderBody.Read,
            (release, now) => release.Validate(now),
            (client, release, cancellation) => client.Orders.ReleaseAsync(number, release, cancellation),
            IfEmpty: "{}")
            .RunAsync(http, chain, reply => Answers.Reply(reply, OrderAnswer.Of));
    }
}
