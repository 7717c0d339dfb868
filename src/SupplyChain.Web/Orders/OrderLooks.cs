using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>How the statuses of orders are shown: ring waits, disc is found, square is in the warehouse, triangle
/// moves.</summary>
internal static class OrderLooks
{
    /// <summary>Every status in the order an order goes through them.</summary>
    public static readonly OrderStatus[] All =
    [
        OrderStatus.Placed, OrderStatus.Backordered, OrderStatus.PartiallyAllocated, OrderStatus.Allocated,
        OrderStatus.Released, OrderStatus.PartiallyShipped, OrderStatus.Shipped, OrderStatus.Delivered,
        OrderStatus.Cancelled, OrderStatus.Rejected,
    ];

    /// <summary>Those in which units are still to leave.</summary>
    public static readonly OrderStatus[] Open =
    [
        OrderStatus.Placed, OrderStatus.Backordered, OrderStatus.PartiallyAllocated, OrderStatus.Allocated,
        OrderStatus.Released, OrderStatus.PartiallyShipped,
    ];

    /// <summary>How a status is shown.</summary>
    public static Look Of(OrderStatus status) => status switch
    {
        OrderStatus.Placed => new("Placed", "st-placed", "idle"),
        OrderStatus.Backordered => new("Backordered", "st-backordered", "warn"),
        OrderStatus.PartiallyAllocated => new("Partly allocated", "st-partallocated", "warn"),
        OrderStatus.Allocated => new("Allocated", "st-allocated", "info"),
        OrderStatus.Released => new("Released", "st-released", "info"),
        OrderStatus.PartiallyShipped => new("Partly shipped", "st-partshipped", "info"),
        OrderStatus.Shipped => new("Shipped", "st-shipped", "info"),
        OrderStatus.Delivered => new("Delivered", "st-delivered", "good"),
        OrderStatus.Cancelled => new("Cancelled", "st-cancelled", "idle"),
        OrderStatus.Rejected => new("Rejected", "st-rejected", "bad"),
        _ => new(status.ToString(), "st-placed", "idle"),
    };
}
