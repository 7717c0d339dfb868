using System.Globalization;
using SupplyChain.Inventory;
using SupplyChain.Planner;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>An order in a planner's words.</summary>
internal static class OrderWords
{
    private const int RoomForNumber = 10;

    /// <summary>What a release would put into shipments.</summary>
    public static IEnumerable<AllocationDetails> Releasable(OrderDetails order) =>
        order.Allocations.Where(one => one is { Status: AllocationStatus.Reserved, Shipment: null });

    /// <summary>Units of a line that are neither cancelled nor gone.</summary>
    public static long NotLeft(OrderLineDetails line) => line.Quantity - line.Cancelled - line.Shipped;

    /// <summary>What the customer accepts.</summary>
    public static string Policy(OrderPolicy policy)
    {
        List<string> parts = [];
        if (policy.ShipComplete)
            parts.Add("complete or not at all");
        if (!policy.AllowSplit)
            parts.Add("no line from two places");
        if (policy.MaxShipments is { } most)
            parts.Add($"at most {Words.Count(most, "shipment")}");
        parts.Add(policy.AllowBackorder ? "may wait" : "may not wait");
        return string.Join(", ", parts);
    }

    /// <summary>Where it goes.</summary>
    public static string Place(ShipTo to) =>
        string.Join(", ", new[] { to.Address ?? to.Unlocode, to.Country }.OfType<string>());

    /// <summary>What its lines are worth, per currency; null when no line has a value.</summary>
    public static string? Value(OrderDetails order)
    {
        var sums = order.Lines.Select(line => line.Value).OfType<Money>()
            .GroupBy(value => value.Currency)
            .Select(values => string.Create(
                CultureInfo.InvariantCulture, $"{values.Key} {values.Sum(value => value.Amount):N2}"))
            .ToArray();
        return sums.Length == 0 ? null : string.Join(" + ", sums);
    }

    /// <summary>How a line stands, in a word.</summary>
    public static Look Line(OrderLineDetails line)
    {
        var open = line.Quantity - line.Cancelled;
        if (open == 0)
            return new("cancelled", "st-cancelled", "idle");
        if (line.Backordered > 0)
            return new($"{Words.Number(line.Backordered)} of {Words.Number(open)} wait", "st-partallocated", "warn");
        if (line.Delivered >= open)
            return new($"{Words.Number(line.Delivered)} delivered", "st-delivered", "good");
        if (line.Shipped >= open)
            return new($"{Words.Number(line.Shipped)} shipped", "st-shipped", "info");
        if (line.Shipped > 0)
            return new($"{Words.Number(line.Shipped)} of {Words.Number(open)} shipped", "st-partshipped", "info");
        return line.Allocated > 0
            ? new($"{Words.Number(line.Allocated)} reserved", "st-allocated", "info")
            : new("not decided", "st-placed", "idle");
    }

    /// <summary>Where allocated units are.</summary>
    public static string Whereabouts(AllocationDetails allocation) => (allocation.Status, allocation.Shipment) switch
    {
        (AllocationStatus.Shipped, { } shipment) => $"shipped, {Short(shipment)}",
        (AllocationStatus.Shipped, null) => "shipped",
        (_, { } shipment) => $"reserved, in {Short(shipment)}",
        _ => "reserved, not released",
    };

    /// <summary>The end of a shipment's number, where there is no room for all of it.</summary>
    public static string Short(ShipmentId shipment) =>
        shipment.Value.Length <= RoomForNumber ? shipment.Value : $"…{shipment.Value[^(RoomForNumber - 4)..]}";

    /// <summary>What will be if nothing is done.</summary>
    public static IEnumerable<Look> Outlook(OrderSeen seen, DateTimeOffset now)
    {
        var order = seen.Order;
        if (order.Status is OrderStatus.Rejected or OrderStatus.Cancelled)
        {
            yield return new("Nothing more happens to this order.", "st-cancelled", "idle");
            yield break;
        }

        if (order.Status == OrderStatus.Delivered)
            yield return new("Everything has arrived.", "st-delivered", "good");
        foreach (var line in order.Lines.Where(line => line.Backordered > 0))
        {
            var promised = line.Scheduled is { } day ? $", wanted {Words.Day(day, now)}" : "";
            yield return new(
                $"{Words.Number(line.Backordered)} × {line.Sku} of line {line.Line} wait for stock; no date is "
                + $"known{promised}.",
                "st-backordered", "warn");
        }

        var idle = order.Allocations
            .Where(one => one is { Status: AllocationStatus.Reserved, Shipment: null }).ToArray();
        if (idle.Length > 0)
        {
            yield return new(
                $"{Words.Count(idle.Sum(one => one.Quantity), "unit")} stay reserved until they are released.",
                "st-allocated", "info");
        }
        foreach (var shipment in seen.Shipments.Where(one => one.Status < ShipmentStatus.Delivered))
            yield return Arrival(shipment, now);
    }

    private static Look Arrival(ShipmentDetails shipment, DateTimeOffset now)
    {
        var look = ShipmentLooks.Promise(shipment, DateOnly.FromDateTime(now.DateTime));
        var lines = shipment.Lines.Select(line => line.Line).Distinct().Order().ToArray();
        var goods = $"{(lines.Length == 1 ? "Line" : "Lines")} {Words.List([.. lines.Select(line => $"{line}")])}";
        if (shipment.Eta.At is not { } at)
            return new($"{goods} in {shipment.Id}: no arrival date known.", "pr-noeta", "idle");
        var day = Words.Day(DateOnly.FromDateTime(at.DateTime), now);
        return new(
            $"{goods} {(lines.Length == 1 ? "arrives" : "arrive")} {day}{(look is null ? "" : $", {look.Word}")}.",
            look?.Glyph ?? "pr-noeta", look?.Tone ?? "idle");
    }
}
