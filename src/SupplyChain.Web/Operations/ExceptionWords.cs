using SupplyChain.Planner;
using SupplyChain.Transfers;

namespace SupplyChain.Operations;

/// <summary>An exception in a planner's words.</summary>
internal static class ExceptionWords
{
    private static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>What is wrong: quantity × product, what, where.</summary>
    public static string Title(ExceptionEntry entry, Func<string, string> site, DateTimeOffset now) =>
        Said(entry, Goods(entry), site, now);

    /// <summary>The same for a narrow column: of several products the units alone.</summary>
    public static string Brief(ExceptionEntry entry, Func<string, string> site, DateTimeOffset now) =>
        Said(entry, entry.Skus.Count > 1 ? Words.Count(entry.Units, "unit") : Goods(entry), site, now);

    /// <summary>The line below the title in a list.</summary>
    public static string Context(ExceptionEntry entry, Func<string, string> site) => entry.Kind switch
    {
        _ when TransferException.Of(entry) is { } transfer => transfer.Value,
        ExceptionKind.ImportRowRefused => "The newest import with this profile",
        ExceptionKind.WebhookFailing => "Events that another system has to hear of",
        ExceptionKind.AtRisk or ExceptionKind.Late when entry.Warehouse is { } from =>
            Joined(entry.Customer?.Value, $"from {site(from.Value)}"),
        _ => Joined(entry.Customer?.Value, entry.Order?.Value),
    };

    /// <summary>What it is about, as one line below the title of the detail.</summary>
    public static string About(ExceptionEntry entry, DateTimeOffset now) => TransferException.Of(entry) is not null
        ? TransferException.About(entry, now)
        : Joined(
        entry.Lines.Count switch
        {
            0 => null,
            1 => $"line {entry.Lines[0]}",
            _ => $"lines {Words.List([.. entry.Lines.Select(line => $"{line}")])}",
        },
        entry.Priority is { } priority ? $"priority {priority}" : null,
        entry.Promise is { } promise ? $"promised {Words.Day(promise, now)}"
            : entry.Order is null ? null
            : "no date promised");

    /// <summary>When it ends by itself.</summary>
    public static string Ends(ExceptionEntry entry, Func<string, string> site) => entry.Kind switch
    {
        _ when TransferException.Of(entry) is not null => TransferException.Ends(entry, Place(entry, site)),
        ExceptionKind.Short => "Resolves itself once the shipment leaves or is cancelled",
        ExceptionKind.Late => "Resolves itself once everything late is delivered, cancelled or promised anew",
        ExceptionKind.AtRisk => "Resolves itself once it arrives or is expected in time",
        ExceptionKind.WarehouseClosed =>
            $"Resolves itself once the shipment leaves or is cancelled, or {Place(entry, site)} opens",
        ExceptionKind.PinnedUnavailable => $"Resolves itself once {Place(entry, site)} opens, or nothing waits for it",
        ExceptionKind.ReservationDropped =>
            $"Resolves itself once the {Words.Number(entry.Units)} are reserved, or cancelled",
        ExceptionKind.ImportRowRefused => "Resolves itself once an import with this profile refuses no row",
        ExceptionKind.WebhookFailing => "Resolves itself once it is resumed and what was given up is delivered",
        _ => "Resolves itself once its cause is gone",
    };

    /// <summary>How the score comes about.</summary>
    public static string Score(ExceptionEntry entry)
    {
        if (entry.Impact is not { } impact)
            return "";
        var what = entry.Rows is { } rows ? Words.Count(rows, "row") : Words.Count(impact.Units, "unit");
        var weight = 6 - (entry.Priority ?? 3);
        var late = impact.DaysLate > 1 ? $" × {impact.DaysLate} days late" : "";
        return $"Impact {Words.Number(impact.Score)} = {what} × {weight} for priority {entry.Priority ?? 3}{late}";
    }

    /// <summary>How long it has been so, for planners.</summary>
    public static TimeSpan Age(ExceptionEntry entry, Viewer viewer)
    {
        // Lateness begins with a day of the business; everything else when it was recorded.
        var now = entry.Kind == ExceptionKind.Late ? viewer.BusinessNow : viewer.Now;
        return now > entry.Since ? now - entry.Since : TimeSpan.Zero;
    }

    /// <summary>The page of what it is about; null when there is none.</summary>
    public static (string Path, string Word)? Subject(ExceptionEntry entry) => entry switch
    {
        { Shipment: { } shipment } => ($"/shipments/{shipment}", "Open the shipment"),
        { Order: { } order } => ($"/orders/{order}", "Open the order"),
        _ when TransferException.Of(entry) is { } transfer => (TransferException.Path(transfer), "Open the transfer"),
        { Kind: ExceptionKind.WebhookFailing } => ($"/integrations/webhooks/{Name(entry)}", "Open the webhook"),
        _ => null,
    };

    private static string Said(
        ExceptionEntry entry, string goods, Func<string, string> site, DateTimeOffset now) => entry.Kind switch
        {
            _ when TransferException.Of(entry) is not null =>
                TransferException.Said(entry, goods, Place(entry, site), now),
            ExceptionKind.Short => $"{goods} short{In(entry, site)}",
            ExceptionKind.Late when entry.Promise is { } promise =>
                $"{goods} late since {Words.Date(promise.AddDays(1), now)}",
            ExceptionKind.Late => $"{goods} late",
            ExceptionKind.AtRisk when entry is { Expected: { } expected, Promise: { } promise } =>
                $"{goods} {Days(expected.DayNumber - promise.DayNumber)} after promise",
            ExceptionKind.AtRisk => $"{goods} after promise",
            ExceptionKind.WarehouseClosed => $"{goods} picked in closed {Place(entry, site)}",
            ExceptionKind.PinnedUnavailable => $"{goods} pinned to closed {Place(entry, site)}",
            ExceptionKind.ReservationDropped => $"{goods} lost after they were reserved",
            ExceptionKind.ImportRowRefused =>
                $"{(entry.Rows is { } rows ? Words.Count(rows, "row") : "Rows")} of “{Name(entry)}” refused",
            ExceptionKind.WebhookFailing => $"Webhook “{Name(entry)}” is not taken",
            _ => $"{goods}: {ExceptionLooks.Of(entry.Kind).Word}",
        };

    private static string Goods(ExceptionEntry entry) => entry.Skus.Count switch
    {
        0 => Words.Count(entry.Units, "unit"),
        1 => $"{Words.Number(entry.Units)} × {entry.Skus[0]}",
        var products => $"{Words.Count(entry.Units, "unit")} of {products} products",
    };

    private static string Days(int days) => days switch
    {
        1 => "a day",
        > 1 and <= 10 => $"{Small[days]} days",
        _ => Words.Count(days, "day"),
    };

    private static string In(ExceptionEntry entry, Func<string, string> site) =>
        entry.Warehouse is { } warehouse ? $" in {site(warehouse.Value)}" : "";

    private static string Place(ExceptionEntry entry, Func<string, string> site) =>
        entry.Warehouse is { } warehouse ? site(warehouse.Value) : "warehouse";

    private static string Name(ExceptionEntry entry) =>
        entry.Entity[(entry.Entity.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Joined(params string?[] parts) => string.Join(", ", parts.OfType<string>());
}
