using SupplyChain.Orders;

namespace SupplyChain.Imports;

/// <summary>
/// Which orders of a file are held back, because a row of theirs was refused: an order is placed whole or not at all.
/// A row whose order cannot be read holds back the orders of the rows next to it, if it can be a line of theirs:
/// systems write an order's rows together, and a line must not be lost because its order's number was.
/// </summary>
/// <remarks>Holds one entry for each order with a fault and one for each row without an order.</remarks>
internal sealed class HeldOrders
{
    private readonly Dictionary<OrderId, RefusedRow> _faults = [];
    private readonly List<Stray> _strays = [];
    private OrderId? _latest;
    private int _waiting;

    /// <summary>A row of this order comes next in the file.</summary>
    public void Pass(OrderId order)
    {
        for (; _waiting < _strays.Count; _waiting++)
            _strays[_waiting] = _strays[_waiting] with { After = order };
        _latest = order;
    }

    /// <summary>A row was refused.</summary>
    public void Refuse(RefusedRow row)
    {
        if (row.Order is { } order)
            _faults.TryAdd(order, row);
        if (row.Order is null || row.MayBeOfAnother)
            _strays.Add(new(row, _latest, null));
    }

    /// <summary>The first row that holds an order back; null when none does.</summary>
    public RefusedRow? HolderOf(OrderId order) => _faults.GetValueOrDefault(order);

    /// <summary>The file is read: the rows without an order hold back the orders they may belong to.</summary>
    public void Settle(IReadOnlyDictionary<OrderId, ImportOrder> orders, IReadOnlySet<(OrderId, int)> lines)
    {
        foreach (var (row, before, after) in _strays)
        {
            if (row.Order is { } named && orders.ContainsKey(named))
                continue;
            foreach (var next in new[] { before, after }.OfType<OrderId>())
            {
                if (orders.TryGetValue(next, out var order) && CanBelong(row, order.Rows[0], lines))
                    _faults.TryAdd(next, row);
            }
        }
    }

    private static bool CanBelong(RefusedRow row, ImportRow first, IReadOnlySet<(OrderId, int)> lines) =>
        (row.Customer is null || row.Customer == first.Customer)
        && (row.Country is null || row.Country == first.Country)
        && (row.Line is not { } line || !lines.Contains((first.Order, line)));

    private sealed record Stray(RefusedRow Row, OrderId? Before, OrderId? After);
}
