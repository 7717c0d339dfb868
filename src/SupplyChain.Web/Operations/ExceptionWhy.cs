using SupplyChain.Orders;
using SupplyChain.Planner;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Operations;

/// <summary>Why an exception is one: a sentence, and the figures it rests on.</summary>
internal sealed record ExceptionWhy(string Sentence, WhyTable? Figures)
{
    private const int MaxPlacesShown = 6;

    /// <summary>Of an exception, from what was read of it.</summary>
    public static ExceptionWhy Of(ExceptionEntry entry, ExceptionSeen seen, Viewer viewer) => entry.Kind switch
    {
        ExceptionKind.WarehouseClosed or ExceptionKind.PinnedUnavailable when TransferException.Of(entry) is not null =>
            new(Sentences(Closing(seen, viewer), TransferException.Why(entry, seen)), null),
        _ when TransferException.Of(entry) is not null => new(
            TransferException.Why(entry, seen), TransferException.Missing(seen.Transfer)),
        ExceptionKind.Short => new(Sentences(Loss(seen), Gone(entry, seen)), Goods(entry, seen, viewer)),
        ExceptionKind.AtRisk => new(AtRisk(entry, seen, viewer), Goods(entry, seen, viewer)),
        ExceptionKind.WarehouseClosed => new(Sentences(
            Closing(seen, viewer),
            $"Picking of {entry.Shipment} had begun, so its {Words.Count(entry.Units, "unit")} "
            + $"{(entry.Units == 1 ? "was" : "were")} not sourced again."), Goods(entry, seen, viewer)),
        ExceptionKind.Late => new(Late(entry, seen, viewer), Lines(entry, seen, viewer)),
        ExceptionKind.PinnedUnavailable => new(Sentences(
            Closing(seen, viewer),
            $"The order names it for {LineWords(entry)}, so no other warehouse may send the "
            + $"{Words.Count(entry.Units, "unit")} that {(entry.Units == 1 ? "waits" : "wait")}."), Places(seen)),
        ExceptionKind.ReservationDropped => new(Sentences(
            Loss(seen),
            $"{Words.Count(entry.Units, "unit")} of {LineWords(entry)} had been reserved and "
            + $"{(entry.Units == 1 ? "waits" : "wait")} again.",
            Elsewhere(seen)), Places(seen)),
        _ => new(entry.Reason, null),
    };

    private static string? Loss(ExceptionSeen seen)
    {
        if (seen.Loss is not { } loss)
            return null;
        var (after, before) = (loss.Entry.OnHand, loss.Entry.OnHand - loss.Entry.Quantity);
        var reason = loss.Reason is { Length: > 0 } said ? $" (“{said.TrimEnd('.')}”)" : "";
        return $"{seen.Called(loss.Warehouse.Value)} reported {Words.Number(after)} × {loss.Sku} on hand where the "
            + $"book said {Words.Number(before)}{reason}.";
    }

    private static string Gone(ExceptionEntry entry, ExceptionSeen seen)
    {
        var left = seen.Shipment(entry.Shipment)?.Lines.Sum(line => line.Quantity);
        var has = left is { } units ? $"; {Words.Number(units)} can still leave in it" : "";
        return $"{Words.Number(entry.Units)} of the units that {entry.Shipment} was to take are gone{has}.";
    }

    private static string AtRisk(ExceptionEntry entry, ExceptionSeen seen, Viewer viewer)
    {
        var eta = seen.Shipment(entry.Shipment)?.Eta.Reason;
        var because = eta is { Length: > 0 } ? $" {eta.TrimEnd('.')}." : "";
        return entry is { Promise: { } promise, Expected: { } expected }
            ? $"{Words.Count(entry.Units, "unit")} {(entry.Units == 1 ? "was" : "were")} promised for "
                + $"{Words.Day(promise, viewer.Now)} and {(entry.Units == 1 ? "is" : "are")} expected "
                + $"{Words.Day(expected, viewer.Now)}.{because}"
            : entry.Reason;
    }

    private static string Late(ExceptionEntry entry, ExceptionSeen seen, Viewer viewer)
    {
        var lines = Of(entry, seen);
        var waiting = lines.Sum(line => line.Backordered);
        var travelling = lines.Sum(line => line.Shipped - line.Delivered);
        var inside = entry.Units - waiting - travelling;
        string[] parts =
        [
            .. Part(waiting, "waits for stock", "wait for stock"),
            .. Part(travelling, "is on the way", "are on the way"),
            .. Part(inside, "has not left", "have not left"),
        ];
        var promised = entry.Promise is { } promise ? $"Promised for {Words.Day(promise, viewer.Now)}" : "Promised";
        return $"{promised}, and {Words.Count(entry.Units, "unit")} {(entry.Units == 1 ? "is" : "are")} missing"
            + $"{(parts.Length == 0 || lines.Length == 0 ? "" : $": {Words.List(parts)}")}.";

        static IEnumerable<string> Part(long units, string one, string many) =>
            units > 0 ? [$"{Words.Number(units)} {(units == 1 ? one : many)}"] : [];
    }

    private static string? Closing(ExceptionSeen seen, Viewer viewer) => seen.Site switch
    {
        null => null,
        { ClosedReason: { } reason } site =>
            $"{site.Name} is closed{(site.ClosedSince is { } at ? $" since {Words.Moment(at, viewer)}" : "")}: "
            + $"{reason.TrimEnd('.')}.",
        var site => $"{site.Name} was closed and is open again.",
    };

    private static string? Elsewhere(ExceptionSeen seen) => seen.Stock switch
    {
        null => null,
        { Totals.Available: 0 } stock => $"No warehouse has {stock.Sku} available.",
        var stock => $"{Words.Number(stock.Totals.Available)} × {stock.Sku} are available in "
            + $"{Words.Count(stock.Items.Count(level => level.Available > 0), "warehouse")}; what the order accepts: "
            + $"{(seen.Order is { } order ? OrderWords.Policy(order.Order.Policy) : "unknown")}.",
    };

    /// <summary>The goods of the shipment.</summary>
    private static WhyTable? Goods(ExceptionEntry entry, ExceptionSeen seen, Viewer viewer) =>
        seen.Shipment(entry.Shipment) is not { } shipment ? null : new(
            ["Line", "Product", "!In the shipment", "!Promised", "!Expected", "Status"],
            [
                .. shipment.Lines.Select(line => new[]
                {
                    $"{line.Line}", line.Sku.Value, Words.Number(line.Quantity),
                    Date(seen.Order!.Order.Lines.FirstOrDefault(one => one.Line == line.Line)?.Scheduled, viewer),
                    Date(shipment.Eta.At is { } at ? DateOnly.FromDateTime(at.DateTime) : null, viewer),
                    ShipmentLooks.Of(shipment.Status).Word,
                }),
            ]);

    /// <summary>The lines of the order that it is about.</summary>
    private static WhyTable? Lines(ExceptionEntry entry, ExceptionSeen seen, Viewer viewer) =>
        Of(entry, seen) is not { Length: > 0 } lines ? null : new(
            ["Line", "Product", "!Missing", "!Waiting", "!On the way", "!Promised"],
            [
                .. lines.Select(line => new[]
                {
                    $"{line.Line}", line.Sku.Value,
                    Words.Number(line.Quantity - line.Cancelled - line.Delivered), Words.Number(line.Backordered),
                    Words.Number(line.Shipped - line.Delivered), Date(line.Scheduled, viewer),
                }),
            ]);

    /// <summary>Where the product is available.</summary>
    private static WhyTable? Places(ExceptionSeen seen) =>
        seen.Stock?.Items.Where(level => level.Available > 0).OrderByDescending(level => level.Available)
            .Take(MaxPlacesShown).ToArray() is not { Length: > 0 } places ? null : new(
            ["Where it is available", "!On hand", "!Reserved", "!Available"],
            [
                .. places.Select(level => new[]
                {
                    seen.Called(level.Warehouse.Value), Words.Number(level.OnHand), Words.Number(level.Reserved),
                    Words.Number(level.Available),
                }),
            ]);

    private static OrderLineDetails[] Of(ExceptionEntry entry, ExceptionSeen seen) =>
        [.. seen.Order?.Order.Lines.Where(line => entry.Lines.Contains(line.Line)) ?? []];

    private static string LineWords(ExceptionEntry entry) => entry.Lines.Count == 1
        ? $"line {entry.Lines[0]}"
        : $"lines {Words.List([.. entry.Lines.Select(line => $"{line}")])}";

    private static string Date(DateOnly? day, Viewer viewer) =>
        day is { } known ? Words.Date(known, viewer.Now) : Words.None;

    private static string Sentences(params string?[] sentences) => string.Join(' ', sentences.OfType<string>());
}
