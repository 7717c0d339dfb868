using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A line of an order. Its other units are in the order's allocations.</summary>
public sealed record OrderLine(int Line, Sku Sku, long Quantity, WarehouseId? Pinned, DateOnly? RequestedBy, Money? Value)
{
    /// <summary>Units cancelled.</summary>
    public long Cancelled { get; init; }

    /// <summary>Units nobody has decided on.</summary>
    public long Undecided { get; init; }

    /// <summary>Units that wait for stock.</summary>
    public long Backordered { get; init; }

    /// <summary>Units an adjustment or a closing took away and nothing has replaced.</summary>
    public long Lost { get; init; }

    /// <summary>Units reserved when the order was first decided: the fill rate's numerator.</summary>
    public long FirstAllocated { get; init; }

    /// <summary>The estimated arrival when it was first allocated.</summary>
    public DateOnly? FirstPromise { get; init; }

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
