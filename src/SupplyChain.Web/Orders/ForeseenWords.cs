using SupplyChain.Network;
using SupplyChain.Planner;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Orders;

/// <summary>Consequences in a planner's words.</summary>
internal static class ForeseenWords
{
    /// <summary>All of it in one sentence.</summary>
    public static string Sentence(Consequences seen)
    {
        string?[] parts =
        [
            Part(seen.WouldMove.Sum(part => part.Quantity), "move elsewhere"),
            Part(seen.WouldWait.Sum(part => part.Quantity), "wait for stock"),
            Part(seen.WouldFill.Sum(part => part.Quantity), "be reserved anew"),
        ];
        var said = parts.OfType<string>().ToArray();
        return said.Length == 0 ? "Nothing reserved would move, and nothing more would wait." : $"{Words.List(said)}.";
    }

    /// <summary>Line by line: what waits first, then what moves, then what is filled.</summary>
    public static IEnumerable<ForeseenRow> Rows(Consequences seen, Func<WarehouseId, string> site) =>
    [
        .. seen.WouldWait.Select(part => new ForeseenRow(
            part.Owner, part.Line, part.Sku, part.Quantity,
            new($"wait: {Reason(part.Reason)}", "st-backordered", "warn"))),
        .. seen.WouldMove.Select(part => new ForeseenRow(
            part.Order, part.Line, part.Sku, part.Quantity,
            new($"move: {site(part.From)} → {site(part.To)}", "sh-dispatched", "info"))),
        .. seen.WouldFill.Select(part => new ForeseenRow(
            part.Owner, part.Line, part.Sku, part.Quantity,
            new($"be reserved in {site(part.From)}", "st-allocated", "good"))),
    ];

    /// <summary>How many of those concerned were looked at, when that is not all.</summary>
    public static string LookedAt(Consequences seen)
    {
        string?[] parts =
        [
            Part(seen.OrdersLookedAt, seen.Orders, "order"),
            Part(seen.TransfersLookedAt, seen.TransfersConcerned, "transfer"),
        ];
        return Words.List([.. parts.OfType<string>()]);

        static string? Part(int seen, int all, string what) =>
            seen < all ? $"{Words.Number(seen)} of {Words.Count(all, what)}" : null;
    }

    /// <summary>What it would mean for a transfer.</summary>
    public static string Of(TransferChange change)
    {
        string?[] parts =
        [
            Units(change.WouldWait, "waits again", "wait again"),
            Units(change.WouldNotGo, "does not go any more", "do not go any more"),
            Units(change.Waiting, "goes on waiting", "go on waiting"),
            Units(change.Picked, "is picked and goes on", "are picked and go on"),
            Units(change.Bound, "is bound for here and goes on", "are bound for here and go on"),
            change.CancelledShipments.Count == 0 ? null : $"{Words.List(Ids(change.CancelledShipments))} cancelled",
            change.ShortShipments.Count == 0 ? null : $"{Words.List(Ids(change.ShortShipments))} short",
        ];
        return string.Join(", ", parts.OfType<string>());

        static string? Units(long units, string one, string many) => units == 0
            ? null
            : $"{Words.Count(units, "unit")} {(units == 1 ? one : many)}";

        static string[] Ids(Items<ShipmentId> shipments) => [.. shipments.Select(id => id.Value)];
    }

    /// <summary>Why units would wait.</summary>
    public static string Reason(RejectionReason reason) => reason switch
    {
        RejectionReason.Closed => "the warehouse is closed",
        RejectionReason.Rationed => "kept for lines that wait already",
        RejectionReason.MoreSplits => "the order may not be split further",
        _ => "no stock left",
    };

    /// <summary>What changed between two readings of an order, line by line.</summary>
    public static IReadOnlyList<string> Difference(
        OrderDetails before, OrderDetails after, Func<WarehouseId, string> site) =>
    [
        .. from line in after.Lines
           let was = before.Lines.FirstOrDefault(one => one.Line == line.Line)
           where was is null || Standing(before, was, site) != Standing(after, line, site)
           select $"Line {line.Line}, {line.Sku}: {Standing(after, line, site)}",
    ];

    private static string Standing(OrderDetails order, OrderLineDetails line, Func<WarehouseId, string> site)
    {
        var held = order.Allocations.Where(one => one.Line == line.Line && one.Status == AllocationStatus.Reserved)
            .GroupBy(one => one.Warehouse)
            .Select(one => $"{Words.Number(one.Sum(part => part.Quantity))} from {site(one.Key)}");
        string?[] parts =
        [
            .. held,
            line.Shipped > 0 ? $"{Words.Number(line.Shipped)} have left" : null,
            line.Backordered > 0 ? $"{Words.Count(line.Backordered, "waits", "wait")}" : null,
            line.Cancelled > 0 ? $"{Words.Number(line.Cancelled)} cancelled" : null,
        ];
        return parts.OfType<string>().ToArray() is { Length: > 0 } said ? Words.List(said) : "nothing yet";
    }

    private static string? Part(long units, string what) =>
        units == 0 ? null : $"{Words.Count(units, "unit")} would {what}";
}
