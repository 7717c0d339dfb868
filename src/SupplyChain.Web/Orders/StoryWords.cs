using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>An event of an order in a planner's words.</summary>
internal static class StoryWords
{
    /// <summary>The glyph, what happened, and the detail (empty when there is none).</summary>
    public static (Look Title, string Detail) Of(HistoryEntry entry, Func<string, string> site) =>
        Of(entry.Type, EventData.Of(entry.Data), site);

    /// <summary>The same of its parts.</summary>
    public static (Look Title, string Detail) Of(string type, EventData it, Func<string, string> site) =>
        type switch
        {
            "order.placed" => (new($"Placed with {Words.Count(it.Length("lines"), "line")}, "
                + Words.Count(it.Sum("lines", "quantity"), "unit"), "st-placed", "idle"), ""),
            "order.rejected" => (new("Rejected", "st-rejected", "bad"), it.Text("message")),
            "order.amended" => (new("Changed", "st-placed", "info"), Amended(it)),
            "order.lines-added" => (new($"{Words.Count(it.Length("lines"), "line")} added", "st-placed", "info"), ""),
            "order.cancelled" => (new(
                $"{Words.Count(it.Sum("lines", "units"), "unit")} cancelled", "st-cancelled", "idle"), Cancelled(it)),
            "order.increase-withdrawn" => (new("An increase was taken back", "st-cancelled", "idle"),
                "it cannot be had and may not wait"),
            _ => Sourced(type, it, site) ?? Shipped(type, it, site)
                ?? (new(type.Replace("order.", "", StringComparison.Ordinal), "st-placed", "idle"), ""),
        };

    private static (Look, string)? Sourced(string type, EventData it, Func<string, string> site) => type switch
    {
        "order.allocation-proposed" => (new("Sourcing chose for "
            + Words.Count(it.Sum("units", "quantity"), "unit"), "st-partallocated", "idle"),
            it.Texts("units", "warehouse", site)),
        "order.allocated" => it.Sum("units", "quantity") is > 0 and var units
            ? (new($"{Words.Count(units, "unit")} reserved", "st-allocated", "info"),
                it.Texts("units", "warehouse", site))
            : (new("The stock was gone; sourced again", "st-partallocated", "warn"), ""),
        "order.move-proposed" => (new("Sourcing found better places for "
            + Words.Count(it.Sum("units", "quantity"), "unit"), "st-partallocated", "idle"),
            it.Texts("units", "warehouse", site)),
        "order.allocation-moved" => (new(
            $"{Words.Count(it.Sum("units", "quantity"), "unit")} moved", "st-allocated", "info"),
            it.Texts("units", "warehouse", site)),
        "order.move-abandoned" => (new("A better place was taken meanwhile; everything stays", "st-partallocated",
            "warn"), ""),
        "order.allocation-abandoned" => (new("Reserved units given back", "st-backordered", "warn"),
            "the order is sent complete or not at all"),
        "order.backordered" => (new(
            $"{Words.Count(it.Sum("lines", "quantity"), "unit")} wait for stock", "st-backordered", "warn"),
            it.Texts("lines", "sku")),
        "order.found-short" => (new("Lines are short; the whole order waits", "st-backordered", "warn"), ""),
        "order.queued" => (new("Stands in the queue of its product", "st-backordered", "idle"), ""),
        "order.grants-accepted" => (new(
            $"{Words.Count(it.Sum("grants", "taken"), "unit")} of {it.Text("sku")} came free and were taken",
            "st-allocated", "info"), it.Texts("grants", "warehouse", site)),
        "order.grants-returned" => (new(
            $"Units of {it.Text("sku")} it could not use went back", "st-cancelled", "idle"), ""),
        "order.reservations-released" => (new("Stock took back what was given up", "st-cancelled", "idle"), ""),
        "order.reservations-lost" => (new("Reserved units were lost", "ex-short", "bad"), Lost(it, site)),
        "order.left-warehouse" => (new($"{site(it.Text("warehouse"))} closed", "wh-closed", "bad"),
            "what had not left it is sourced again"),
        _ => null,
    };

    private static (Look, string)? Shipped(string type, EventData it, Func<string, string> site) => type switch
    {
        "order.released" => (new(
            $"Released in {Words.Count(it.Length("shipments"), "shipment")}", "st-released", "info"),
            it.Texts("shipments", "warehouse", site)),
        "order.shipments-planned" => (new(
            $"{Words.Count(it.Length("planned"), "shipment")} planned", "sh-planned", "info"), it.Texts("planned")),
        "order.shipment-cancelled" => (new($"Shipment {it.Text("shipment")} cancelled", "st-cancelled", "idle"),
            "its goods stay allocated"),
        "order.shipments-stay" => (new("Shipments stay as they are", "sh-picked", "info"),
            "picking has begun, or they have left"),
        "order.shipments-revised" => (new("Shipments know the change", "sh-planned", "idle"), it.Texts("shipments")),
        "order.shipments-flagged" => (new("Shipments know what they lost", "ex-short", "warn"), it.Texts("shipments")),
        "order.shipped" => (new(
            $"{Words.Count(it.Sum("units", "quantity"), "unit")} left the warehouse", "st-shipped", "info"),
            it.Text("shipment")),
        "order.shipment-returned" => (new("Goods had not left after all", "sh-packed", "warn"), it.Text("shipment")),
        "order.delivered" => (new($"{Words.Count(Arrived(it), "unit")} arrived", "st-delivered", "good"),
            it.Text("shipment")),
        _ => null,
    };

    private static string Amended(EventData it) =>
        string.Join(", ", new[]
        {
            it.Number("priority") is > 0 and var priority ? $"priority {priority}" : "",
            it.Text("requestedBy") is { Length: > 0 } day ? $"wanted {day}" : "",
        }.Where(part => part.Length > 0));

    private static string Cancelled(EventData it) => it.Text("onBehalfOf") is { Length: > 0 } party
        ? $"{it.Text("reason")}, by the {party.ToLowerInvariant()}"
        : it.Text("reason");

    private static string Lost(EventData it, Func<string, string> site) =>
        it.Within("stockItem") is { } item ? $"{item.Text("sku")} in {site(item.Text("warehouse"))}" : "";

    private static long Arrived(EventData it) =>
        it.Sum("lines", "delivered") + it.Sum("lines", "damaged") + it.Sum("lines", "refused");
}
