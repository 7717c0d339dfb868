using Microsoft.Extensions.Logging;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>Counts what happens in a simulated day and says so at its end.</summary>
internal sealed class DayBook(ILogger<DayBook> log)
{
    private int _placed;
    private int _waiting;
    private int _released;
    private int _delivered;
    private int _received;
    private int _adjusted;
    private int _closed;
    private DateOnly? _day;

    /// <summary>An order was placed.</summary>
    public void Placed(OrderDetails order)
    {
        Interlocked.Increment(ref _placed);
        if (order.Status is OrderStatus.Backordered or OrderStatus.PartiallyAllocated)
            Interlocked.Increment(ref _waiting);
    }

    /// <summary>A shipment was released.</summary>
    public void Released() => Interlocked.Increment(ref _released);

    /// <summary>A milestone was reported.</summary>
    public void Reported(MilestoneKind kind)
    {
        if (kind == MilestoneKind.Delivered)
            Interlocked.Increment(ref _delivered);
    }

    /// <summary>A receipt was recorded.</summary>
    public void Received() => Interlocked.Increment(ref _received);

    /// <summary>An adjustment was recorded.</summary>
    public void Adjusted() => Interlocked.Increment(ref _adjusted);

    /// <summary>A warehouse was closed.</summary>
    public void Closed() => Interlocked.Increment(ref _closed);

    /// <summary>The simulation has reached an instant; a day that is over is told and the next begins.</summary>
    /// <param name="now">The simulated present.</param>
    /// <param name="ahead">Open orders and shipments that wait for their next errand.</param>
    public void Reach(DateTimeOffset now, int ahead)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (_day is { } day && day < today)
        {
            log.DayOver(
                day, Taken(ref _placed), Taken(ref _waiting), Taken(ref _released), Taken(ref _delivered),
                Taken(ref _received), Taken(ref _adjusted), Taken(ref _closed), ahead);
        }

        _day = today;
    }

    private static int Taken(ref int counter) => Interlocked.Exchange(ref counter, 0);
}
