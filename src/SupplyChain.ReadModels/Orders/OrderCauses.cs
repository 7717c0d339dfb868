using SupplyChain.Network;
using SupplyChain.Operations;

namespace SupplyChain.Orders;

/// <summary>Which exceptions the state of an order is the cause of.</summary>
internal static class OrderCauses
{
    // Most orders are the cause of nothing, and each of their events asks: lines are looked at before anything is
    // gathered.

    /// <summary>Those that only its events open and resolve.</summary>
    public static IReadOnlyList<OpenCause> Of(Order order)
    {
        if (!order.Lines.Any(static line => line is { Lost: > 0, Backordered: > 0 }))
        {
            return [];
        }
        var dropped = order.Lines.Values.Where(line => line is { Lost: > 0, Backordered: > 0 }).ToArray();
        return
        [
            new(ExceptionKind.ReservationDropped, dropped.Sum(line => Math.Min(line.Lost, line.Backordered)), null,
                $"Reserved units are gone, and line {Numbers(dropped)} waits.", About(order, dropped)),
        ];
    }

    /// <summary>What is late on a day, and since when; null when nothing is.</summary>
    public static (OpenCause Cause, DateTimeOffset Since)? Late(Order order, DateOnly today)
    {
        if (!order.Exists || order.Rejection is not null || !order.Lines.Any(line => order.Scheduled(line) < today))
        {
            return null;
        }
        var late = order.Lines.Values
            .Where(line => order.Scheduled(line) < today && Missing(order, line) > 0).ToArray();
        return late.Length == 0 ? null : (
            new(ExceptionKind.Late, late.Sum(line => Missing(order, line)), null,
                $"Not delivered by the scheduled date: line {Numbers(late)}.",
                About(order, late) with { Warehouses = Places(order, late) }),
            new(late.Min(order.Scheduled)!.Value.AddDays(1), default, TimeSpan.Zero));
    }

    /// <summary>The warehouses that lines wait for and may not come from another than.</summary>
    public static IEnumerable<InWarehouse> Pinned(Order order) =>
        !order.Lines.Any(static line => line is { Pinned: not null, Backordered: > 0 }) ? [] :
        from line in order.Lines.Values
        where line is { Pinned: not null, Backordered: > 0, WaitsSince: not null }
        group line by line.Pinned!.Value into lines
        select new InWarehouse(lines.Key, lines.Min(line => line.WaitsSince!.Value), new(
            ExceptionKind.PinnedUnavailable, lines.Sum(line => line.Backordered), null,
            $"Line {Numbers(lines)} may only come from {lines.Key}, which is closed.",
            About(order, lines) with { Warehouses = [lines.Key] }));

    private static CauseFacts About(Order order, IEnumerable<OrderLine> lines) => new()
    {
        Order = order.Number.Value,
        Lines = lines.Select(line => line.Line).ToItems(),
        Skus = lines.Select(line => line.Sku).Distinct().ToItems(),
        Promise = lines.Min(order.Scheduled),
    };

    private static Items<WarehouseId> Places(Order order, IEnumerable<OrderLine> lines) => lines
        .Select(line => OrderLineRow.Of(order, line).Warehouse)
        .OfType<string>().Distinct().Select(id => new WarehouseId(id)).ToItems();

    private static long Missing(Order order, OrderLine line) =>
        line.Quantity - line.Cancelled - order.DeliveredUnits(line.Line);

    private static string Numbers(IEnumerable<OrderLine> lines) => string.Join(", ", lines.Select(line => line.Line));
}
