using SupplyChain.Inventory;
using SupplyChain.Shipments;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>Amending and cancelling.</summary>
public sealed partial record Order
{
    /// <summary>Sets absolute values. A line keeps what it can; only the difference moves.</summary>
    public static Decision<OrderEvent> Decide(Order order, AmendOrder command, OrderAddress? shipTo)
    {
        if (order.Closed is { } closed)
        {
            return closed;
        }
        var lines = new List<AmendedLine>();
        var kept = new List<KeptUnits>();
        var priority = command.Priority ?? order.Priority;
        for (var i = 0; i < command.Lines.Count; i++)
        {
            var change = command.Lines[i];
            if (!order.Lines.TryGetValue(change.Line, out var line))
            {
                return new Fault($"/lines/{i}/line", FaultCodes.UnknownLine, $"The order has no line {change.Line}.");
            }
            if (order.Amended(line, change, kept) is not { } amended)
            {
                return new Refused(Refusal.TooLate, $"More of line {line.Line} is released than would be left.");
            }
            lines.Add(amended);
        }
        var changed = lines.Where((line, i) => order.Differs(line)).ToList();
        var moved = priority != order.Priority ? order.StillWaiting(changed) : [];
        var result = new OrderEvent.Amended(
            priority, command.RequestedBy ?? order.RequestedBy, shipTo ?? order.ShipTo!,
            [.. changed, .. moved], kept.ToItems());
        var same = result.Lines.Count == 0 && priority == order.Priority && result.RequestedBy == order.RequestedBy
            && (shipTo is null || shipTo == order.ShipTo);
        return same ? [] : [result];
    }

    /// <summary>
    /// Cancels what is open. Goods that are picked or later make it too late, unless the lines are named: then what is
    /// still open in
    /// them is cancelled. <paramref name="picked"/> are the shipments that can no longer be cancelled.
    /// </summary>
    public static Decision<OrderEvent> Decide(Order order, CancelOrder command, IReadOnlySet<ShipmentId> picked)
    {
        if (!order.Exists || order.Rejection is not null)
        {
            return [];
        }
        if (UnknownLine(order, command) is { } fault)
        {
            return fault;
        }
        var targets = order.CancelTargets(command);
        if (command.Lines is null && order.Allocations.Any(a => Gone(a, picked)))
        {
            return new Refused(Refusal.TooLate, "Goods of the order are picked or have left already.");
        }
        var cuts = targets.Select(line => order.Cut(line, picked)).Where(cut => cut.Units > 0).ToItems();
        if (cuts.Count == 0)
        {
            return targets.All(line => line.Cancelled == line.Quantity)
                ? []
                : new Refused(Refusal.TooLate, "Nothing of these lines can still be cancelled.");
        }
        var lines = cuts.Select(cut => cut.Line).ToHashSet();
        var kept = order.Allocations
            .Where(a => lines.Contains(a.Line) && !Gone(a, picked))
            .Select(a => new KeptUnits(a.Key, 0)).ToItems();
        return Decision.Record<OrderEvent>(
        [
            .. order.ShipmentsToCancel(command).Where(id => !picked.Contains(id)).Select(id => new OrderEvent.ShipmentCancelled(id)),
            new OrderEvent.Cancelled(command.Reason, cuts, kept),
        ]);
    }

    /// <summary>Shipments that a cancellation would have to cancel: undispatched ones that carry units of its
    /// lines.</summary>
    public Items<ShipmentId> ShipmentsToCancel(CancelOrder command)
    {
        var lines = CancelTargets(command).Select(line => line.Line).ToHashSet();
        return Allocations
            .Where(a => lines.Contains(a.Line) && InUndispatchedShipment(a))
            .Select(a => a.Shipment!.Value).Distinct().ToItems();
    }

    private Refused? Closed =>
        !Exists ? new(Refusal.OrderClosed, "There is no such order.")
        : Rejection is not null ? new(Refusal.OrderClosed, "The order was rejected.")
        : Status is OrderStatus.Cancelled ? new(Refusal.OrderClosed, "The order is cancelled.")
        : Status is OrderStatus.Delivered ? new(Refusal.TooLate, "The order is delivered.")
        : null;

    private static Fault? UnknownLine(Order order, CancelOrder command)
    {
        var index = 0;
        foreach (var number in command.Lines ?? [])
        {
            if (!order.Lines.ContainsKey(number))
            {
                return new($"/lines/{index}", FaultCodes.UnknownLine, $"The order has no line {number}.");
            }
            index++;
        }
        return null;
    }

    private List<OrderLine> CancelTargets(CancelOrder command) => command.Lines is { } named
        ? named.Distinct().Where(Lines.ContainsKey).Select(number => Lines[number]).ToList()
        : Lines.Values.ToList();

    private static bool Gone(Allocation allocation, IReadOnlySet<ShipmentId> picked) =>
        allocation.State == AllocationState.Shipped
        || (allocation.Shipment is { } shipment && picked.Contains(shipment));

    private CancelledUnits Cut(OrderLine line, IReadOnlySet<ShipmentId> picked)
    {
        var held = Of(line.Line).Where(a => !Gone(a, picked)).Sum(a => a.Quantity);
        return new(line.Line, line.Undecided + line.Backordered + held, line.Undecided, line.Backordered);
    }

    /// <summary>The line with its new quantity, or null when more is released than would be left.</summary>
    private AmendedLine? Amended(OrderLine line, AmendOrderLine change, List<KeptUnits> kept)
    {
        var requestedBy = change.RequestedBy ?? line.RequestedBy;
        var open = line.Quantity - line.Cancelled;
        var wanted = change.Quantity ?? open;
        if (wanted >= open)
        {
            return new(line.Line, line.Cancelled + wanted, line.Cancelled, line.Undecided + wanted - open,
                line.Backordered, requestedBy);
        }
        var free = Of(line.Line).Where(a => a.Shipment is null).ToItems();
        var excess = open - wanted;
        var fromUndecided = Math.Min(excess, line.Undecided);
        var fromBackordered = Math.Min(excess - fromUndecided, line.Backordered);
        var fromHeld = excess - fromUndecided - fromBackordered;
        if (fromHeld > free.Sum(a => a.Quantity))
        {
            return null;
        }
        kept.AddRange(CutHeld(free, fromHeld));
        return new(
            line.Line,
            wanted == 0 ? line.Quantity : line.Cancelled + wanted,
            wanted == 0 ? line.Quantity : line.Cancelled,
            line.Undecided - fromUndecided, line.Backordered - fromBackordered, requestedBy);
    }

    /// <summary>Gives units back, from the smallest allocation first: that frees whole warehouses soonest.</summary>
    private static IEnumerable<KeptUnits> CutHeld(Items<Allocation> free, long units)
    {
        foreach (var allocation in free.OrderBy(a => a.Quantity).ThenByDescending(a => a.Key.Attempt))
        {
            if (units == 0)
            {
                yield break;
            }
            var cut = Math.Min(units, allocation.Quantity);
            units -= cut;
            yield return new(allocation.Key, allocation.Quantity - cut);
        }
    }

    private bool Differs(AmendedLine line)
    {
        var now = Lines[line.Line];
        return (now.Quantity, now.Cancelled, now.Undecided, now.Backordered, now.RequestedBy)
            != (line.Quantity, line.Cancelled, line.Undecided, line.Backordered, line.RequestedBy);
    }

    /// <summary>Waiting lines the amendment does not touch: their place in the queue changes with the
    /// priority.</summary>
    private IEnumerable<AmendedLine> StillWaiting(List<AmendedLine> changed) =>
        from line in Lines.Values
        where line.Backordered > 0 && changed.All(other => other.Line != line.Line)
        select new AmendedLine(
            line.Line, line.Quantity, line.Cancelled, line.Undecided, line.Backordered, line.RequestedBy);
}
