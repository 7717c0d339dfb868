using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A demand in the queue of its product, as it is stored.</summary>
/// <param name="Owner">Who owns the demand.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">Units waiting.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="Since">When its owner was first accepted: the age within a priority.</param>
/// <param name="Ticket">The number of the last message about this line.</param>
/// <param name="OnlyFrom">The only warehouses it may be served from; null for all.</param>
/// <param name="ShipTo">Where it goes, for choosing the warehouse.</param>
/// <param name="Scheduled">The date it is wanted.</param>
/// <param name="AllowSplit">Whether its units may come from several warehouses.</param>
/// <param name="ShipComplete">It may only be served together with every line of its owner.</param>
/// <param name="Taken">Numbers of grants that the owner had taken over; none once they are settled.</param>
public sealed record QueuedLine(
    [property: JsonPropertyName("order")] DemandOwner Owner,
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
    /// Whether there are units for it and only other lines of its owner are short, which is served together. Not
    /// stored: where the backlog keeps the line says it.
    /// </summary>
    [JsonIgnore]
    public bool StandsBy { get; init; }

    /// <summary>The demand.</summary>
    [JsonIgnore]
    public DemandId Demand => new(Owner, Line);

    /// <summary>A line of the command.</summary>
    public static QueuedLine Of(WaitingLine line) => new(
        line.Owner, line.Line, line.Quantity, line.Priority, line.Since, line.Ticket, line.OnlyFrom, line.ShipTo,
        line.Scheduled, line.AllowSplit, line.ShipComplete, line.Taken)
    {
        StandsBy = line.StandsBy,
    };

    /// <summary>The line as others see it.</summary>
    public WaitingLine ToContract() => new(
        Owner, Line, Quantity, Priority, Since, Ticket, OnlyFrom, ShipTo, Scheduled, AllowSplit, ShipComplete, Taken)
    {
        StandsBy = StandsBy,
    };
}
