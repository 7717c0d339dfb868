using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>What the figures of the control tower count, each with the address of exactly the rows it counts.</summary>
internal static class TowerQueries
{
    /// <summary>The worst standing first, and what is due first.</summary>
    public const string WorstFirst = "-standing,promise";

    /// <summary>The inbox shows what is open.</summary>
    public const string ExceptionsPath = "/exceptions";

    /// <summary>Orders with units that wait for stock.</summary>
    public const string WaitingPath = "/orders?waiting=true";

    /// <summary>Orders that can be released.</summary>
    public const string ReadyPath = "/orders?ready=true";

    /// <summary>Orders that have arrived.</summary>
    public const string DeliveredPath = "/orders?status=Delivered";

    /// <summary>Shipments of which units are still to arrive.</summary>
    public const string UnderWayPath = "/shipments?open=true";

    /// <summary>Orders with units that wait for stock.</summary>
    public static OrderQuery Waiting { get; } = new(Waiting: true);

    /// <summary>Orders that can be released.</summary>
    public static OrderQuery Ready { get; } = new(Ready: true);

    /// <summary>Shipments of which units are still to arrive.</summary>
    public static ShipmentQuery UnderWay { get; } = new(Open: true);

    /// <summary>Open exceptions, the largest impact first.</summary>
    public static ListExceptions Exceptions(int limit) =>
        new(ExceptionStatus.Open, null, new PageQuery(limit, null, "-impact"));

    /// <summary>Shipments that stand so and are still to arrive.</summary>
    public static string Standing(params ShipmentStanding[] standings) =>
        $"{UnderWayPath}{string.Concat(standings.Select(one => $"&standing={one}"))}";
}
