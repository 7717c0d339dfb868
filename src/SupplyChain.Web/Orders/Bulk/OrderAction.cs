using System.Globalization;

namespace SupplyChain.Orders.Bulk;

/// <summary>What can be done to several orders at once. Each says no command twice: its values are absolute.</summary>
public abstract record OrderAction
{
    private OrderAction()
    {
    }

    /// <summary>What is done: "Released".</summary>
    public abstract string Done { get; }

    /// <summary>What it would do to an order, and why so, as the list knows it.</summary>
    public abstract (OrderFit Fit, string Why) Judge(OrderSummary order);

    /// <summary>Whether an order is already as the action would make it.</summary>
    public abstract bool IsSo(OrderDetails order);

    /// <summary>Does it.</summary>
    public abstract Task<OrderReply> SendAsync(OrdersClient orders, OrderId order);

    /// <summary>Makes shipments of what is reserved.</summary>
    public sealed record Release : OrderAction
    {
        /// <inheritdoc/>
        public override string Done => "Released";

        /// <inheritdoc/>
        public override (OrderFit Fit, string Why) Judge(OrderSummary order) => order switch
        {
            { ReadyUnits: > 0 } => (OrderFit.Changes, "has reserved units in no shipment"),
            { Status: OrderStatus.Rejected or OrderStatus.Cancelled } => (OrderFit.Refused, "rejected or cancelled"),
            { Status: OrderStatus.Placed } => (OrderFit.Refused, "not decided yet"),
            { Status: OrderStatus.Backordered } => (OrderFit.Refused, "waits for stock"),
            { Status: OrderStatus.Allocated or OrderStatus.PartiallyAllocated } =>
                (OrderFit.Refused, "its policy lets nothing leave now"),
            _ => (OrderFit.IsSo, "everything that is reserved is in shipments"),
        };

        /// <inheritdoc/>
        public override bool IsSo(OrderDetails order) =>
            order.Shipments.Count > 0 && !OrderWords.Releasable(order).Any();

        /// <inheritdoc/>
        public override Task<OrderReply> SendAsync(OrdersClient orders, OrderId order) =>
            orders.ReleaseAsync(order, new());
    }

    /// <summary>Changes the priority.</summary>
    /// <param name="Priority">1 (highest) to 5.</param>
    public sealed record SetPriority(int Priority) : OrderAction
    {
        /// <inheritdoc/>
        public override string Done => string.Create(CultureInfo.InvariantCulture, $"Priority {Priority}");

        /// <inheritdoc/>
        public override (OrderFit Fit, string Why) Judge(OrderSummary order) => order switch
        {
            { Status: OrderStatus.Rejected or OrderStatus.Cancelled } => (OrderFit.Refused, "rejected or cancelled"),
            { Status: OrderStatus.Shipped or OrderStatus.Delivered } => (OrderFit.Refused, "all its goods have left"),
            _ when order.Priority == Priority => (OrderFit.IsSo, "has that priority"),
            _ => (OrderFit.Changes, "has another priority"),
        };

        /// <inheritdoc/>
        public override bool IsSo(OrderDetails order) => order.Priority == Priority;

        /// <inheritdoc/>
        public override Task<OrderReply> SendAsync(OrdersClient orders, OrderId order) =>
            orders.AmendAsync(order, new(Priority: Priority));
    }

    /// <summary>Cancels what is open.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Party">Whose wish it is.</param>
    public sealed record Cancel(string Reason, OrderParty Party) : OrderAction
    {
        /// <inheritdoc/>
        public override string Done => "Cancelled";

        /// <inheritdoc/>
        public override (OrderFit Fit, string Why) Judge(OrderSummary order) => order.Status switch
        {
            OrderStatus.Cancelled => (OrderFit.IsSo, "cancelled"),
            OrderStatus.Rejected => (OrderFit.IsSo, "rejected: nothing of it is open"),
            OrderStatus.PartiallyShipped or OrderStatus.Shipped or OrderStatus.Delivered =>
                (OrderFit.Refused, "goods of it have left"),
            OrderStatus.Released => (OrderFit.MayChange, "in shipments: refused where one is picked"),
            _ => (OrderFit.Changes, "nothing of it is in a shipment"),
        };

        /// <inheritdoc/>
        public override bool IsSo(OrderDetails order) =>
            order.Status is OrderStatus.Cancelled or OrderStatus.Rejected;

        /// <inheritdoc/>
        public override Task<OrderReply> SendAsync(OrdersClient orders, OrderId order) =>
            orders.CancelAsync(order, new(Reason, null, Party));
    }
}
