using System.Globalization;
using SupplyChain.Planner;

namespace SupplyChain.Inventory;

/// <summary>Stock in a planner's words.</summary>
internal static class StockWords
{
    /// <summary>What matters before the figures do.</summary>
    public static string Sentence(ProductSeen seen)
    {
        var available = seen.Stock.Totals.Available;
        var places = seen.Stock.Items.Count(item => item.Available > 0);
        var free = $"{Words.Count(available, "unit is", "units are")} available in {Words.Count(places, "warehouse")}";
        return (seen.Waiting, available) switch
        {
            (0, 0) => seen.Stock.Totals.OnHand == 0
                ? "There is none of it anywhere."
                : "Every unit is reserved; nothing is available.",
            (0, _) => $"{free}; no order waits for it.",
            (_, 0) => $"{Words.Count(seen.Waiting, "unit is", "units are")} waited for, and nothing is available "
                + "anywhere.",
            _ => $"{Words.Count(seen.Waiting, "unit is", "units are")} waited for, while {free}.",
        };
    }

    /// <summary>The books as the sum they are.</summary>
    public static string Books(StockBooks books) =>
        $"received {Words.Number(books.Received)} {(books.Adjusted < 0 ? "−" : "+")} adjusted "
        + $"{Words.Number(Math.Abs(books.Adjusted))} {(books.Balanced ? "=" : "≠")} "
        + $"on hand {Words.Number(books.OnHand)} "
        + $"+ shipped {Words.Number(books.Shipped)}"
        + (books.BetweenWarehouses == 0 ? "" : $" + between warehouses {Words.Number(books.BetweenWarehouses)}");

    /// <summary>What a unit weighs.</summary>
    public static string Weight(double? kilograms) => kilograms is { } known
        ? $"{known.ToString("0.###", CultureInfo.InvariantCulture)} kg"
        : "weight unknown";

    /// <summary>A movement in two words.</summary>
    public static string Movement(LedgerEntry entry) => entry.Type switch
    {
        "stock.moved" => "Arrived by transfer",
        "stock.received" => "Received",
        "stock.adjusted" => "Adjusted",
        "stock.reserved" => "Reserved",
        "stock.reservation-reduced" => "Reservation given back",
        "stock.reservations-dropped" => "Reservation dropped",
        "stock.issued" => "Shipped",
        "stock.issue-reversed" => "Had not left after all",
        _ => entry.Type.Replace("stock.", "", StringComparison.Ordinal),
    };

    /// <summary>Whether it moved units on hand; others moved reserved ones alone.</summary>
    public static bool MovesOnHand(LedgerEntry entry) => entry.Type
        is "stock.moved" or "stock.received" or "stock.adjusted" or "stock.issued" or "stock.issue-reversed";
}
