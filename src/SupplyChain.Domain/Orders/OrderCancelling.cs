using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>Cancelling, and closing short.</summary>
public sealed partial record Order
{
    /// <summary>
    /// Cancels what is open. Goods that are picked or later make it too late, unless the lines are named: then what is
    /// still open in them is cancelled, and the rest is closed short. Again changes nothing. <paramref name="picked"/>
    /// are the shipments that can no longer be cancelled.
    /// </summary>
    public static Decision<OrderEvent> Decide(Order order, CancelOrder command, IReadOnlySet<ShipmentId> picked)
    {
        if (!order.Exists || order.Rejection is not null)
        {
            return [];
        }
        if (UnknownLine(order, command.Lines) is { } fault)
        {
            return fault;
        }
        var targets = order.CancelTargets(command);
        if (command.Lines is null && order.Allocations.Any(a => CannotBeCancelled(a, picked)))
        {
            return new Refused(Refusal.TooLate, "Goods of the order are picked or have left already.");
        }
        var cuts = targets.Select(line => order.Cut(line, picked)).Where(cut => cut.Units > 0).ToItems();
        if (cuts.Count == 0)
        {
            return targets.Any(line => line.Cancelled > 0)
                ? [] // What was open of them was cancelled before; the rest had gone too far already then.
                : new Refused(Refusal.TooLate, "Nothing of these lines can still be cancelled.");
        }
        var lines = cuts.Select(cut => cut.Line).ToHashSet();
        var kept = order.Allocations
            .Where(a => lines.Contains(a.Line) && !CannotBeCancelled(a, picked))
            .Select(a => new KeptUnits(a.Key, 0)).ToItems();
        return Decision.Record<OrderEvent>(
        [
            .. order.ShipmentsToCancel(command).Where(id => !picked.Contains(id))
                .Select(id => new OrderEvent.ShipmentCancelled(id)),
            new OrderEvent.Cancelled(command.Reason, cuts, kept, command.OnBehalfOf),
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

    private static Fault? UnknownLine(Order order, Items<int>? lines)
    {
        var index = 0;
        foreach (var number in lines ?? [])
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

    private static bool CannotBeCancelled(Allocation allocation, IReadOnlySet<ShipmentId> picked) =>
        allocation.State == AllocationState.Shipped
        || (allocation.Shipment is { } shipment && picked.Contains(shipment));

    private CancelledUnits Cut(OrderLine line, IReadOnlySet<ShipmentId> picked)
    {
        var held = Of(line.Line).Where(a => !CannotBeCancelled(a, picked)).Sum(a => a.Quantity);
        return new(line.Line, line.Undecided + line.Backordered + held, line.Undecided, line.Backordered);
    }
}
