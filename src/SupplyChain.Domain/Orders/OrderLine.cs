using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A line of an order. Its other units are in the order's allocations.</summary>
public sealed record OrderLine(
    int Line, Sku Sku, long Quantity, WarehouseId? Pinned, DateOnly? RequestedBy, Money? Value)
{
    /// <summary>Units cancelled.</summary>
    public long Cancelled { get; init; }

    /// <summary>Of these: units the customer did not ask to cancel.</summary>
    public long ClosedShort { get; init; }

    /// <summary>Units that are not decided on.</summary>
    public long Undecided { get; init; }

    /// <summary>Units that wait for stock.</summary>
    public long Backordered { get; init; }

    /// <summary>Units an adjustment or a closing took away and nothing has replaced.</summary>
    public long Lost { get; init; }

    /// <summary>Since when units wait; null while none do.</summary>
    public DateTimeOffset? WaitsSince { get; init; }

    /// <summary>Units as they were ordered, each increase included, no matter what was cut later: what the fill rate is
    /// held against.</summary>
    public long FirstOrdered { get; init; }

    /// <summary>Of these: units reserved when the order, or the increase, was first decided.</summary>
    public long FirstAllocated { get; init; }

    /// <summary>Units ordered in addition and not decided on.</summary>
    public long Increase { get; init; }

    /// <summary>Units that were allocated or shipped before the increase.</summary>
    public long AllocatedBefore { get; init; }

    /// <summary>The estimated arrival when it was first allocated.</summary>
    public DateOnly? FirstPromise { get; init; }

    /// <summary>Whether every uncancelled unit has left; its scheduled date is then the one of that moment.</summary>
    public bool HasLeft { get; init; }

    /// <summary>The date it counted against when the last unit left.</summary>
    public DateOnly? ScheduledWhenLeft { get; init; }

    /// <summary>Whether there are units for what waits, and only other lines of its ship-complete order are
    /// short.</summary>
    public bool StandsBy { get; init; }

    /// <summary>Rises with every change of what waits.</summary>
    public int Ticket { get; init; }

    /// <summary>The last ticket the backlog has taken.</summary>
    public int QueuedTicket { get; init; }

    /// <summary>The newest grant of the backlog that the line has heard of; what is not newer is never taken
    /// again.</summary>
    public int GrantSeen { get; init; }

    /// <summary>The line with what it took of a grant; when it took nothing it waits anew.</summary>
    public OrderLine Take(AcceptedGrant grant)
    {
        var line = grant.Taken == 0
            ? Wait(Backordered)
            : this with { Backordered = Backordered - grant.Taken, Lost = Math.Max(0, Lost - grant.Taken) };
        return line with { GrantSeen = Math.Max(GrantSeen, grant.Attempt) };
    }

    /// <summary>Units of an increase that wait: where the customer allows no backorder they are not kept.</summary>
    public long IncreaseWaiting => Math.Max(0, Math.Min(Increase, Backordered - Lost));

    /// <summary>A line as it is ordered; an added one counts with its first allocation.</summary>
    public static OrderLine Of(OrderedLine line, long firstOrdered) =>
        new(line.Line, line.Sku, line.Quantity, line.Warehouse, line.RequestedBy, line.Value)
        {
            Undecided = line.Quantity,
            FirstOrdered = firstOrdered,
        };

    /// <summary>The line with more units ordered; <paramref name="allocated"/> are those it has.</summary>
    public OrderLine Grow(long units, long allocated) => units <= 0 ? this : this with
    {
        Increase = Increase + units,
        AllocatedBefore = Increase > 0 ? AllocatedBefore : allocated,
    };

    /// <summary>The line once the increase is decided; it counts with its own first allocation.</summary>
    public OrderLine Grown(long allocated) => Increase == 0 ? this : this with
    {
        FirstOrdered = FirstOrdered + Increase,
        FirstAllocated = FirstAllocated + Math.Clamp(allocated - AllocatedBefore, 0, Increase),
        Increase = 0,
    };

    /// <summary>The line without units of an increase that could not be had; a line that was new is
    /// cancelled.</summary>
    public OrderLine Withdraw(long units) => Wait(Backordered - units) with
    {
        Increase = Increase - units,
        Quantity = units == Quantity ? Quantity : Quantity - units,
        Cancelled = units == Quantity ? Quantity : Cancelled,
    };

    /// <summary>The units, waiting, with a new ticket for the backlog.</summary>
    public OrderLine Wait(long backordered) => this with
    {
        Backordered = backordered,
        Lost = backordered == 0 ? 0 : Lost,
        StandsBy = false,
        Ticket = Ticket + 1,
    };

    /// <summary>The line, standing by or not; its backlog hears of a change.</summary>
    public OrderLine StandBy(bool standsBy) =>
        Backordered == 0 || StandsBy == standsBy ? this : this with { StandsBy = standsBy, Ticket = Ticket + 1 };
}
