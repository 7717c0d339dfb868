using SupplyChain.Orders;

namespace SupplyChain.Operations;

/// <summary>The commands of fixes that change an order.</summary>
internal static class FixCommands
{
    private const int Highest = 1;

    /// <summary>How a fix amends the order; null when it does not.</summary>
    public static AmendOrder? Amendment(FixAction action, ExceptionEntry entry, OrderDetails order) => action switch
    {
        FixAction.AgreeDate => new(Lines: entry.Lines
            .Select(line => new AmendOrderLine(line, RequestedBy: entry.Expected)).ToItems()),
        FixAction.Expedite => new(Priority: Highest),
        FixAction.Unpin => new(Lines: Unpinned(entry, order).ToItems()),
        _ => null,
    };

    /// <summary>What takes the amendment back; null when nothing does.</summary>
    public static AmendOrder? Former(FixAction action, ExceptionEntry entry, OrderDetails before) => action switch
    {
        FixAction.AgreeDate => new(Lines: before.Lines.Where(line => entry.Lines.Contains(line.Line))
            .Select(line => new AmendOrderLine(
                line.Line, RequestedBy: line.RequestedBy, ClearRequestedBy: line.RequestedBy is null)).ToItems()),
        FixAction.Expedite => new(Priority: before.Priority),
        _ => null,
    };

    /// <summary>A line may not change its warehouse, so what waits leaves it and is ordered on a line of its
    /// own.</summary>
    private static IEnumerable<AmendOrderLine> Unpinned(ExceptionEntry entry, OrderDetails order)
    {
        var next = order.Lines.Max(line => line.Line) + 1;
        foreach (var line in order.Lines.Where(line => entry.Lines.Contains(line.Line)
            && line is { Backordered: > 0, Warehouse: not null }))
        {
            var isWhole = line.Backordered == line.Quantity;
            yield return new(line.Line, line.Quantity - line.Backordered);
            yield return new(
                next++, line.Backordered, line.RequestedBy, Sku: line.Sku, Value: isWhole ? line.Value : null);
        }
    }
}
