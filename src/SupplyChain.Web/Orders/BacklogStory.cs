using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>What the queue of a product did for an order, in a planner's words.</summary>
internal static class BacklogStory
{
    /// <summary>The glyph, what happened, and where from (empty when that says nothing).</summary>
    public static (Look Title, string Detail) Of(string type, EventData it, string order, Func<string, string> site)
    {
        var lines = it.Each("lines").Where(line => line.Text("order") == order).ToArray();
        var grants = it.Each("grants").Where(grant => grant.Text("order") == order).ToArray();
        var from = Words.List([.. grants.Select(grant => site(grant.Text("warehouse"))).Distinct()]);
        var granted = Words.Count(grants.Sum(grant => grant.Number("quantity")), "unit");
        return type switch
        {
            "backlog.queued" => lines.Sum(line => line.Number("quantity")) is > 0 and var units
                ? (new($"{Words.Count(units, "unit waits", "units wait")} in line", "st-backordered", "warn"), "")
                : (new("Waits no longer", "st-allocated", "idle"), ""),
            "backlog.stood-by" => (
                new("Could be served; its other lines cannot", "st-backordered", "warn"), ""),
            "backlog.grants-proposed" => (new($"{granted} set aside", "st-partallocated", "idle"), from),
            "backlog.granted" => (new($"{granted} reserved", "st-allocated", "info"), from),
            "backlog.orders-asked" => (new("Asks whether it can be served now", "st-backordered", "idle"), ""),
            "backlog.orders-told" => (new("The order has answered", "st-backordered", "idle"), ""),
            _ => (new(type.Replace("backlog.", "", StringComparison.Ordinal), "st-placed", "idle"), ""),
        };
    }
}
