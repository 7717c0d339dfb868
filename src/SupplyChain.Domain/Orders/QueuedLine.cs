using System.Text.Json.Serialization;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>An order line in the queue of its product, as it is stored.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">Units waiting.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="Since">When the order was first accepted: the age within a priority.</param>
/// <param name="Ticket">The number of the last message about this line.</param>
/// <param name="OnlyFrom">The only warehouses it may be served from; null for all.</param>
/// <param name="ShipTo">Where it goes, for choosing the warehouse.</param>
/// <param name="Scheduled">The date it is wanted.</param>
/// <param name="AllowSplit">Whether its units may come from several warehouses.</param>
/// <param name="ShipComplete">It may only be served together with the whole order.</param>
/// <param name="Taken">Numbers of grants that the order had taken over; none once they are settled.</param>
public sealed record QueuedLine(
    OrderId Order,
    int Line,
    long Quantity,
    int Priority,
    DateTimeOffset Since,
    int Ticket,
    Items<WarehouseId>? OnlyFrom,
    ShipToPoint? ShipTo,
    DateOnly? Scheduled,
    bool AllowSplit,
    bool ShipComplete,
    Items<int> Taken)
{
    /// <summary>
    /// Whether there are units for it and only other lines of its ship-complete order are short. Not stored: where the
    /// backlog keeps the line says it.
    /// </summary>
    [JsonIgnore]
    public bool StandsBy { get; init; }

    /// <summary>A line of the command.</summary>
    public static QueuedLine Of(WaitingLine line) => new(
        line.Order, line.Line, line.Quantity, line.Priority, line.Since, line.Ticket, line.OnlyFrom, line.ShipTo,
        line.Scheduled, line.AllowSplit, line.ShipComplete, line.Taken)
    {
        StandsBy = line.StandsBy,
    };

    /// <summary>The line as others see it.</summary>
    public WaitingLine ToContract() => new(
        Order, Line, Quantity, Priority, Since, Ticket, OnlyFrom, ShipTo, Scheduled, AllowSplit, ShipComplete, Taken)
    {
        StandsBy = StandsBy,
    };
}
