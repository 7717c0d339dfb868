using Microsoft.Extensions.Logging;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Demo;

/// <summary>
/// Finds out from the coordinator alone how far the simulation had come, and takes up what is open. Numbers follow from
/// the hour, so the last order that exists tells it; that hour is played again, which changes nothing that happened.
/// </summary>
internal sealed class Resumption(
    OrderBook book, Erp erp, OrderCare care, Tracking tracking, TransferCare transferCare, TimeProvider time,
    ILogger<Resumption> log)
{
    /// <summary>What is open is looked at one after the other, not all at once.</summary>
    private static readonly TimeSpan LookSpacingInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan CatchUpTimeout = TimeSpan.FromSeconds(60);

    private static readonly OrderStatus[] OpenOrders =
    [
        OrderStatus.Placed, OrderStatus.Backordered, OrderStatus.PartiallyAllocated, OrderStatus.Allocated,
        OrderStatus.Released, OrderStatus.PartiallyShipped,
    ];

    private static readonly ShipmentStatus[] OpenShipments =
    [
        ShipmentStatus.Planned, ShipmentStatus.Picked, ShipmentStatus.Packed, ShipmentStatus.Dispatched,
        ShipmentStatus.InTransit, ShipmentStatus.OutForDelivery,
    ];

    /// <summary>The last hour an order is known to have arrived in; null when none has yet.</summary>
    /// <param name="began">When the simulation began.</param>
    /// <param name="limit">An instant it cannot have got beyond.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<DateTimeOffset?> LastHourAsync(
        DateTimeOffset began, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        DateTimeOffset? reached = null;
        var (first, last) = (LocalTime.HourOf(began), LocalTime.HourOf(limit));
        while (first <= last)
        {
            var middle = first + ((last - first) / 2);
            if (LastArrival(first, middle) is not { } arrival)
            {
                first = middle + 1;
                continue;
            }

            var order = await erp.AskAsync(
                chain => chain.Orders.GetAsync(arrival.Number, cancellationToken), cancellationToken);
            if (order is null)
                last = LocalTime.HourOf(arrival.At) - 1;
            else
                (reached, first) = (LocalTime.AtHour(LocalTime.HourOf(arrival.At)), middle + 1);
        }

        return reached;
    }

    /// <summary>Takes up the open orders, shipments and transfers.</summary>
    public async Task TakeUpAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await ListsCatchUpAsync(cancellationToken);
        var (orders, shipments) = (0, 0);
        foreach (var status in OpenOrders)
        {
            var query = new OrderQuery(status, Text: OrderNumber.Prefix);
            var listed = await erp.ListAsync(
                chain => chain.Orders.ListAsync(query, cancellationToken: cancellationToken), cancellationToken);
            foreach (var order in listed.Where(order => OrderNumber.CustomerOf(order.Number) is not null))
                care.FollowAt(order.Number, now + (LookSpacingInterval * orders++));
        }

        foreach (var status in OpenShipments)
        {
            var query = new ShipmentQuery(status);
            var listed = await erp.ListAsync(
                chain => chain.Shipments.ListAsync(query, cancellationToken: cancellationToken), cancellationToken);
            foreach (var shipment in listed.Where(one => one.Order is { } order && IsOurs(order)))
                tracking.Follow(shipment.Id, now + (LookSpacingInterval * shipments++));
        }

        var transfers = await erp.ListAsync(
            chain => chain.Transfers.ListAsync(
                new TransferQuery(Open: true, Text: Rebalancing.Prefix), cancellationToken: cancellationToken),
            cancellationToken);
        foreach (var transfer in transfers)
        {
            transferCare.Follow(transfer.Id, now);
        }
        log.GoesOn(now, orders, shipments);
    }

    private static bool IsOurs(OrderId order) => OrderNumber.CustomerOf(order) is not null;

    /// <summary>The first order of the last hour, within the counted hours, in which any arrives.</summary>
    private Arrival? LastArrival(long first, long last)
    {
        for (var hour = last; hour >= first; hour--)
        {
            if (book.Arrivals(LocalTime.AtHour(hour)) is { Count: > 0 } arrivals)
                return arrivals[0];
        }

        return null;
    }

    /// <summary>Right after a start the lists may still lack what was written last.</summary>
    private async Task ListsCatchUpAsync(CancellationToken cancellationToken)
    {
        for (var begun = time.GetTimestamp(); time.GetElapsedTime(begun) < CatchUpTimeout;)
        {
            var status = await erp.AskAsync(
                chain => chain.Operations.StatusAsync(cancellationToken), cancellationToken);
            if (status is { LagMs: 0, Rebuild: null })
                return;
            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }
}
