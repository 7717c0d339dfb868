using SupplyChain.Inventory;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>Amending: values are absolute, as the order shows them.</summary>
public sealed partial record Order
{
    /// <summary>
    /// Sets absolute values and adds lines. A line keeps what it can; only the difference moves. What the order shows,
    /// sent back, changes nothing, whatever state it is in. <paramref name="shipTo"/> is null when it stays.
    /// </summary>
    public static Decision<OrderEvent> Decide(Order order, AmendOrder command, OrderAddress? shipTo)
    {
        if (FaultsOf(order, command) is { Count: > 0 } faults)
        {
            return Decision.Invalid<OrderEvent>(faults);
        }
        var known = command.Lines.Where(change => order.Lines.ContainsKey(change.Line)).ToItems();
        var added = command.Lines.Where(change => !order.Lines.ContainsKey(change.Line)).Select(NewLine).ToItems();
        var kept = new List<KeptUnits>();
        var lines = known.Select(change => order.Amended(order.Lines[change.Line], change, kept)).ToList();
        var changed = lines.OfType<AmendedLine>().Where(order.Differs).ToList();
        var amended = new OrderEvent.Amended(
            command.Priority ?? order.Priority,
            command.ClearRequestedBy ? null : command.RequestedBy ?? order.RequestedBy,
            shipTo ?? order.ShipTo!,
            changed.ToItems(), kept.ToItems());
        var same = amended.Lines.Count == 0 && order.HasTerms(amended);
        if (same && added.Count == 0 && !lines.Contains(null))
        {
            return [];
        }
        if ((order.Closed ?? order.TooLate(known, lines, amended, added)) is { } refused)
        {
            return refused;
        }
        var moved = amended.Priority == order.Priority ? [] : order.StillWaiting(changed);
        return Decision.Record<OrderEvent>(
        [
            .. added.Count > 0 ? [new LinesAdded(added)] : Array.Empty<OrderEvent>(),
            .. same ? Array.Empty<OrderEvent>() : [amended with { Lines = [.. changed, .. moved] }],
        ]);
    }

    /// <summary>Of an amendment the part that orders more; null when none does.</summary>
    public static AmendOrder? Increase(Order order, AmendOrder command)
    {
        var more = command.Lines
            .Where(change => !order.Lines.TryGetValue(change.Line, out var line) || change.Quantity > line.Quantity)
            .Select(change => change with
            {
                RequestedBy = order.Lines.ContainsKey(change.Line) ? null : change.RequestedBy,
                ClearRequestedBy = false,
            }).ToItems();
        return more.Count == 0 ? null : new(Lines: more);
    }

    /// <summary>Whether the order has as many units as an increase wanted.</summary>
    public static bool HasGrown(Order before, Order now, AmendOrder increase) => increase.Lines.All(change =>
    {
        var was = before.Lines.GetValueOrDefault(change.Line);
        var line = now.Lines.GetValueOrDefault(change.Line);
        return line is not null
            && line.Quantity - line.Cancelled == change.Quantity - (was?.Cancelled ?? 0);
    });

    private Refused? Closed =>
        !Exists ? new(Refusal.OrderClosed, "There is no such order.")
        : Rejection is not null ? new(Refusal.OrderClosed, "The order was rejected.")
        : Status is OrderStatus.Cancelled ? new(Refusal.OrderClosed, "The order is cancelled.")
        : Status is OrderStatus.Delivered ? new(Refusal.TooLate, "The order is delivered.")
        : null;

    /// <summary>Whether every uncancelled unit of the order has left.</summary>
    private bool HasLeft => Lines.Values.Any(line => line.HasLeft)
        && Lines.Values.All(line => line.HasLeft || line.Quantity == line.Cancelled);

    private bool HasTerms(OrderEvent.Amended amended) =>
        (amended.Priority, amended.RequestedBy, amended.ShipTo) == (Priority, RequestedBy, ShipTo);

    /// <summary>What the goods have gone too far for, or the policy does not allow.</summary>
    private Refused? TooLate(
        Items<AmendOrderLine> changes, List<AmendedLine?> lines, OrderEvent.Amended amended,
        Items<OrderedLine> added)
    {
        if (lines.IndexOf(null) is >= 0 and var cut)
        {
            return new(Refusal.TooLate, $"More of line {changes[cut].Line} is released than would be left.");
        }
        var late = amended.Lines.FirstOrDefault(line =>
            Lines[line.Line] is { HasLeft: true } now && line.RequestedBy != now.RequestedBy && !Grows(line));
        if (late is not null)
        {
            return new(Refusal.TooLate, $"All goods of line {late.Line} have left; its date stays.");
        }
        if (added.Count > 0 || amended.Lines.Any(Grows))
        {
            return RefuseToGrow();
        }
        return HasLeft && !HasTerms(amended)
            ? new(Refusal.TooLate, "All goods of the order have left; its dates, priority and ship-to stay.")
            : null;
    }

    private bool Grows(AmendedLine line) => line.Undecided > Lines[line.Line].Undecided;

    private static OrderedLine NewLine(AmendOrderLine change) => new(
        change.Line, change.Sku!.Value, change.Quantity!.Value, change.Warehouse, change.RequestedBy, change.Value);

    private static Items<Fault> FaultsOf(Order order, AmendOrder command)
    {
        var faults = command.Lines.SelectMany((change, i) => order.Lines.TryGetValue(change.Line, out var line)
            ? FaultsOfKnown(line, change, $"/lines/{i}")
            : FaultsOfNew(change, $"/lines/{i}"));
        var count = order.Lines.Count + command.Lines.Count(change => !order.Lines.ContainsKey(change.Line));
        return count <= Limits.MaxLines ? faults.ToItems() :
        [
            .. faults,
            new(
                "/lines", FaultCodes.OutOfRange,
                $"The order would have {count} lines, {Limits.MaxLines} are the most."),
        ];
    }

    private static IEnumerable<Fault> FaultsOfKnown(OrderLine line, AmendOrderLine change, string at)
    {
        if (change.Sku is { } sku && sku != line.Sku)
        {
            yield return new(
                $"{at}/sku", FaultCodes.Invalid, $"Line {line.Line} is of {line.Sku}; add another line for {sku}.");
        }
        var warehouse = change.ClearWarehouse ? null : change.Warehouse ?? line.Pinned;
        if (warehouse != line.Pinned)
        {
            yield return new(
                $"{at}/warehouse", FaultCodes.Invalid,
                $"Where line {line.Line} may come from stays as it was ordered.");
        }
        if ((change.ClearValue ? null : change.Value ?? line.Value) != line.Value)
        {
            yield return new(
                $"{at}/value", FaultCodes.Invalid, $"The value of line {line.Line} stays as it was ordered.");
        }
    }

    private static IEnumerable<Fault> FaultsOfNew(AmendOrderLine change, string at)
    {
        if (change is { Sku: null })
        {
            yield return new(
                $"{at}/line", FaultCodes.UnknownLine,
                $"The order has no line {change.Line}; to add it, give its sku and quantity.");
            yield break;
        }
        if (change.Quantity is null)
        {
            yield return new($"{at}/quantity", FaultCodes.Required, "A new line needs its quantity.");
        }
        else if (change.Quantity < 1)
        {
            yield return new($"{at}/quantity", FaultCodes.OutOfRange, "A new line has at least one unit.");
        }
    }

    /// <summary>
    /// The line with its new quantity, or null when more is released than would be left. Less takes undecided units
    /// first, then waiting ones, then reserved ones, then those that were cancelled already.
    /// </summary>
    private AmendedLine? Amended(OrderLine line, AmendOrderLine change, List<KeptUnits> kept)
    {
        var requestedBy = change.ClearRequestedBy ? null : change.RequestedBy ?? line.RequestedBy;
        var wanted = change.Quantity ?? line.Quantity;
        var more = Math.Max(0, wanted - line.Quantity);
        var cut = wanted == 0 ? line.Quantity - line.Cancelled : line.Quantity - wanted + more;
        var free = Of(line.Line).Where(a => a.Shipment is null).ToItems();
        var fromUndecided = Math.Min(cut, line.Undecided);
        var fromBackordered = Math.Min(cut - fromUndecided, line.Backordered);
        var fromHeld = Math.Min(cut - fromUndecided - fromBackordered, free.Sum(a => a.Quantity));
        var fromCancelled = cut - fromUndecided - fromBackordered - fromHeld;
        if (fromCancelled > (wanted == 0 ? 0 : line.Cancelled))
        {
            return null;
        }
        kept.AddRange(CutHeld(free, fromHeld));
        return new(
            line.Line,
            wanted == 0 ? line.Quantity : wanted,
            wanted == 0 ? line.Quantity : line.Cancelled - fromCancelled,
            line.Undecided - fromUndecided + more, line.Backordered - fromBackordered, requestedBy);
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
