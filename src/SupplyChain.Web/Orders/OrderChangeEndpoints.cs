namespace SupplyChain.Orders;

/// <summary>Amending, cancelling and releasing orders.</summary>
internal static class OrderChangeEndpoints
{
    private const string Tag = "Orders";

    public static void MapOrderChanges(this IEndpointRouteBuilder api)
    {
        api.MapPatch("/orders/{number}", AmendAsync)
            .Operation(Tag, "amendOrder",
                "Changes an order, or adds lines; values are absolute, as the order shows them; what is absent stays, "
                + "a date that is null is cleared")
            .Takes<AmendOrder>()
            .Answers<OrderDetails>(200, 202)
            .Refuses(
                Refusal.TooLate, Refusal.OrderClosed, Refusal.WarehouseClosed, Refusal.ShipComplete,
                Refusal.MaxShipments, Refusal.AllowBackorder, Refusal.VersionMismatch)
            .Fails(404);
        api.MapPost("/orders/{number}/cancel", CancelAsync)
            .Operation(Tag, "cancelOrder", "Cancels an order, or what is open of the lines named (closing them short)")
            .Takes<CancelOrder>()
            .Answers<OrderDetails>(200, 202)
            .Refuses(Refusal.TooLate, Refusal.VersionMismatch)
            .Fails(404);
        api.MapPost("/orders/{number}/release", ReleaseAsync)
            .Operation(Tag, "releaseOrder", "Makes shipments of what is allocated; the body may be empty")
            .Takes<ReleaseOrder>(mayBeEmpty: true)
            .Answers<OrderDetails>(200, 202)
            .Refuses(
                Refusal.NothingAllocated, Refusal.ShipmentInUse, Refusal.ShipmentCancelled, Refusal.ShipComplete,
                Refusal.MaxShipments, Refusal.OrderClosed, Refusal.VersionMismatch)
            .Fails(404);
    }

    private static Task<IResult> AmendAsync(HttpContext http, SupplyChainClient chain)
    {
        var number = http.Id("number");
        return new Write<AmendOrder, OrderReply>(
            OrderBodies.Amend,
            (change, _) => change.Validate(),
            (client, change, cancellation) => client.Orders.AmendAsync(number, change, cancellation))
            .RunAsync(http, chain, OrderAnswers.Show);
    }

    private static Task<IResult> CancelAsync(HttpContext http, SupplyChainClient chain)
    {
        var number = http.Id("number");
        return new Write<CancelOrder, OrderReply>(
            OrderBodies.Cancel,
            (cancel, _) => cancel.Validate(),
            (client, cancel, cancellation) => client.Orders.CancelAsync(number, cancel, cancellation))
            .RunAsync(http, chain, OrderAnswers.Show);
    }

    private static Task<IResult> ReleaseAsync(HttpContext http, SupplyChainClient chain)
    {
        var number = http.Id("number");
        return new Write<ReleaseOrder, OrderReply>(
            OrderBodies.Release,
            (release, now) => release.Validate(now),
            (client, release, cancellation) => client.Orders.ReleaseAsync(number, release, cancellation),
            IfEmpty: "{}")
            .RunAsync(http, chain, OrderAnswers.Show);
    }
}
