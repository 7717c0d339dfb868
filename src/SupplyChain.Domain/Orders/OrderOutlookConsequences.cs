using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>What a look ahead found, compared with what was before.</summary>
public sealed partial class OrderOutlook
{
    /// <summary>What all that would change for waiting and reserved units, of this order and of others.</summary>
    public Consequences Consequences()
    {
        var (moves, waits, fills) = (new List<UnitsToMove>(), new List<UnitsToWait>(), new List<UnitsToFill>());
        foreach (var line in Order.Lines.Values)
        {
            var more = line.Backordered - (_before.Lines.GetValueOrDefault(line.Line)?.Backordered ?? 0);
            if (more > 0)
            {
                waits.Add(new(Order.Number, line.Line, line.Sku, more, ReasonOf(line.Line)));
            }
            Compare(line, moves, fills);
        }
        return new(moves.ToItems(), waits.ToItems(), [.. fills, .. _othersFilled]);
    }

    /// <summary>Why units of a line would wait, or could not be had; null when none would.</summary>
    public RejectedWarehouses? WhyWaiting(int line) =>
        Order.Lines[line].Backordered > 0 || Order.Rejection?.Lines.Contains(line) == true
            ? _rejections.GetValueOrDefault(line, RejectedWarehouses.None)
            : null;

    private void Compare(OrderLine line, List<UnitsToMove> moves, List<UnitsToFill> fills)
    {
        var (was, now) = (HeldOf(_before, line.Line), HeldOf(Order, line.Line));
        var lost = was.Keys.Order().Select(from => (From: from, Units: was[from] - now.GetValueOrDefault(from)))
            .Where(part => part.Units > 0).ToList();
        foreach (var to in now.Keys.Order())
        {
            var gained = now[to] - was.GetValueOrDefault(to);
            for (var i = 0; i < lost.Count && gained > 0; i++)
            {
                var units = Math.Min(gained, lost[i].Units);
                if (units > 0)
                {
                    moves.Add(new(Order.Number, line.Line, line.Sku, units, lost[i].From, to));
                    lost[i] = lost[i] with { Units = lost[i].Units - units };
                    gained -= units;
                }
            }
            if (gained > 0)
            {
                fills.Add(new(Order.Number, line.Line, line.Sku, gained, to));
            }
        }
    }

    private static Dictionary<Network.WarehouseId, long> HeldOf(Order order, int line) => order.Allocations
        .Where(held => held.Line == line && held.State == AllocationState.Held)
        .GroupBy(held => held.Warehouse).ToDictionary(held => held.Key, held => held.Sum(part => part.Quantity));

    private RejectionReason ReasonOf(int line) => _rejections.GetValueOrDefault(line) switch
    {
        { Rejected: [var nearest, ..] } => nearest.Reason,
        { Others.IsEmpty: false } counted => counted.Others.Keys.First(),
        _ => RejectionReason.NoStock,
    };
}
