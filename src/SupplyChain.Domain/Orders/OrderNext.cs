using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>The fulfilment saga as a pure function: state in, next step out. The actor carries the step out.</summary>
public sealed partial record Order
{
    /// <summary>What has to be done next. Every step can be repeated: it is keyed and its outcome is
    /// recorded.</summary>
    public static FulfilmentStep Next(Order order)
    {
        if (order.GivingUp.Count > 0)
        {
            return FulfilmentStep.GiveUpReservations;
        }
        if (order.Returning.Count > 0)
        {
            return FulfilmentStep.ReturnGrants;
        }
        if (order.Moving.Count > 0)
        {
            return FulfilmentStep.Move;
        }
        if (order.HasProposals)
        {
            return FulfilmentStep.Reserve;
        }
        if (order.Lines.Any(line => line.Undecided > 0))
        {
            return FulfilmentStep.Source;
        }
        if (order.Lines.Any(line => line.Ticket > line.QueuedTicket))
        {
            return FulfilmentStep.Queue;
        }
        if (order.MayNotWait && order.Lines.Any(line => line.Backordered > 0))
        {
            return FulfilmentStep.Reject;
        }
        if (order.MayNotWaitForMore && order.Lines.Any(line => line.IncreaseWaiting > 0))
        {
            return FulfilmentStep.WithdrawIncrease;
        }
        return order.Shipments.IsEmpty ? FulfilmentStep.Rest : NextOfShipments(order);
    }

    private static FulfilmentStep NextOfShipments(Order order)
    {
        if (order.ShipmentsToWithdraw().Any())
        {
            return FulfilmentStep.WithdrawShipments;
        }
        if (order.Shipments.Values.Any(shipment =>
            shipment is { Flag: not null, State: not OrderShipmentState.Planning }))
        {
            return FulfilmentStep.FlagShipments;
        }
        if (order.Shipments.Values.Any(shipment => shipment.State == OrderShipmentState.Planning))
        {
            return FulfilmentStep.PlanShipments;
        }
        return order.ShipmentsToRevise().Any() ? FulfilmentStep.ReviseShipments : FulfilmentStep.Rest;
    }

    /// <summary>What the backlogs have to hear, by product.</summary>
    public IEnumerable<(Sku Sku, QueueLines Command)> ToQueue() =>
        from line in Lines.Values
        where line.Ticket > line.QueuedTicket
        group line by line.Sku into lines
        select (lines.Key, new QueueLines(lines.Select(Waiting).ToItems()));

    /// <summary>The backlogs have taken those tickets.</summary>
    public static Decision<OrderEvent> DecideQueued(Order order, QueueLines command) =>
        [new OrderEvent.Queued(command.Lines.Select(line => new QueueTicket(line.Line, line.Ticket)).ToItems())];

    /// <summary>Stock items have reduced the reservations that were given up.</summary>
    public static Decision<OrderEvent> DecideGivenUp(Order order, Items<ReleasedReservation> done) =>
        [new OrderEvent.ReservationsReleased(done.Select(release => release.Key).ToItems())];

    private bool MayNotWait => !FirstDecided && !Policy.AllowBackorder && Rejection is null;

    private bool MayNotWaitForMore => FirstDecided && !Policy.AllowBackorder;

    private WaitingLine Waiting(OrderLine line)
    {
        var point = ShipTo!.Point();
        return new(
            Number, line.Line, line.Backordered, Priority, RecordedAt, line.Ticket, OnlyFrom(line),
            point is { } at ? new(at.Latitude, at.Longitude) : null,
            Scheduled(line), Policy.AllowSplit, Policy.ShipComplete,
            Of(line.Line)
                .Where(allocation => allocation.Key.Origin == ReservationOrigin.Backlog)
                .Select(allocation => allocation.Key.Attempt)
                .ToItems())
        {
            StandsBy = line.StandsBy,
        };
    }
}
