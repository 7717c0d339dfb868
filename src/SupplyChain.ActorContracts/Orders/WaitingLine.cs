using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>An order line that waits for stock, as the backlog of its product knows it.</summary>
/// <param name="Order">The order.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">Units waiting; absolute, so repeating it changes nothing.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="Since">When the order was first accepted: the age within a priority.</param>
/// <param name="Ticket">Rises with every message about this line; an older one is ignored.</param>
/// <param name="OnlyFrom">The only warehouses it may be served from; null for all.</param>
/// <param name="ShipTo">Where it goes, for choosing the warehouse.</param>
/// <param name="Scheduled">The date it is wanted.</param>
/// <param name="AllowSplit">Whether its units may come from several warehouses.</param>
/// <param name="ShipComplete">It may only be served together with the whole order.</param>
/// <param name="Taken">Numbers of the grants the order has taken over already.</param>
[GenerateSerializer, Immutable, Alias("waiting-line")]
public sealed record WaitingLine(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] int Line,
    [property: Id(2)] long Quantity,
    [property: Id(3)] int Priority,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] int Ticket,
    [property: Id(6)] Items<WarehouseId>? OnlyFrom,
    [property: Id(7)] ShipToPoint? ShipTo,
    [property: Id(8)] DateOnly? Scheduled,
    [property: Id(9)] bool AllowSplit,
    [property: Id(10)] bool ShipComplete,
    [property: Id(11)] Items<int> Taken)
{
    /// <summary>
    /// Whether there are units for it and only other lines of its ship-complete order are short: it is claimed when
    /// those can be had, and keeps the product from no other order meanwhile.
    /// </summary>
    [Id(12), JsonIgnore]
    public bool StandsBy { get; init; }
}
