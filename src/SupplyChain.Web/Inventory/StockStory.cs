using SupplyChain.Planner;

namespace SupplyChain.Inventory;

/// <summary>What a stock item did for an order, in a planner's words.</summary>
internal static class StockStory
{
    /// <summary>The glyph and what happened to the units of the order; other orders' are left out.</summary>
    public static Look Of(string type, EventData it, string order) => type switch
    {
        "stock.reserved" => new($"{Words.Count(it.Number("quantity"), "unit")} reserved", "st-allocated", "info"),
        "stock.reservation-reduced" => new(
            $"{Words.Count(it.Number("quantity"), "unit")} given back", "st-cancelled", "idle"),
        "stock.reservations-dropped" => new(
            $"{Words.Count(Of(it, "dropped", "key", order), "unit")} lost", "ex-short", "bad"),
        "stock.issued" => new(
            $"{Words.Count(Of(it, "lines", "reservation", order), "unit")} left stock", "sh-dispatched", "info"),
        "stock.issue-reversed" => new(
            $"{Words.Count(Of(it, "lines", "reservation", order), "unit")} are in stock again", "sh-packed", "warn"),
        _ => new(type.Replace("stock.", "", StringComparison.Ordinal), "st-placed", "idle"),
    };

    private static long Of(EventData it, string list, string key, string order) => it.Each(list)
        .Where(entry => entry.Within(key)?.Text("order") == order)
        .Sum(entry => entry.Number("quantity"));
}
