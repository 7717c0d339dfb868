using System.Text.Json;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>An event of an order in a planner's words.</summary>
internal static class StoryWords
{
    /// <summary>The glyph, what happened, and the detail (empty when there is none).</summary>
    public static (Look Title, string Detail) Of(HistoryEntry entry, Func<string, string> site)
    {
        using var data = JsonDocument.Parse(entry.Data);
        var it = data.RootElement;
        return entry.Type switch
        {
            "order.placed" => (new($"Placed with {Words.Count(Length(it, "lines"), "line")}, "
                + Words.Count(Sum(it, "lines", "quantity"), "unit"), "st-placed", "idle"), ""),
            "order.rejected" => (new("Rejected", "st-rejected", "bad"), Text(it, "message")),
            "order.amended" => (new("Changed", "st-placed", "info"), Amended(it)),
            "order.lines-added" => (new($"{Words.Count(Length(it, "lines"), "line")} added", "st-placed", "info"), ""),
            "order.cancelled" => (new(
                $"{Words.Count(Sum(it, "lines", "units"), "unit")} cancelled", "st-cancelled", "idle"), Cancelled(it)),
            "order.increase-withdrawn" => (new("An increase was taken back", "st-cancelled", "idle"),
                "it cannot be had and may not wait"),
            _ => Sourced(entry.Type, it, site) ?? Shipped(entry.Type, it, site)
                ?? (new(entry.Type.Replace("order.", "", StringComparison.Ordinal), "st-placed", "idle"), ""),
        };
    }

    private static (Look, string)? Sourced(string type, JsonElement it, Func<string, string> site) => type switch
    {
        "order.allocation-proposed" => (new("Sourcing chose for "
            + Words.Count(Sum(it, "units", "quantity"), "unit"), "st-partallocated", "idle"), Sites(it, "units", site)),
        "order.allocated" => Sum(it, "units", "quantity") is > 0 and var units
            ? (new($"{Words.Count(units, "unit")} reserved", "st-allocated", "info"), Sites(it, "units", site))
            : (new("The stock was gone; sourced again", "st-partallocated", "warn"), ""),
        "order.move-proposed" => (new("Sourcing found better places for "
            + Words.Count(Sum(it, "units", "quantity"), "unit"), "st-partallocated", "idle"), Sites(it, "units", site)),
        "order.allocation-moved" => (new(
            $"{Words.Count(Sum(it, "units", "quantity"), "unit")} moved", "st-allocated", "info"),
            Sites(it, "units", site)),
        "order.move-abandoned" => (new("A better place was taken meanwhile; everything stays", "st-partallocated",
            "warn"), ""),
        "order.allocation-abandoned" => (new("Reserved units given back", "st-backordered", "warn"),
            "the order is sent complete or not at all"),
        "order.backordered" => (new(
            $"{Words.Count(Sum(it, "lines", "quantity"), "unit")} wait for stock", "st-backordered", "warn"),
            Skus(it, "lines")),
        "order.found-short" => (new("Lines are short; the whole order waits", "st-backordered", "warn"), ""),
        "order.queued" => (new("Stands in the queue of its product", "st-backordered", "idle"), ""),
        "order.grants-accepted" => (new(
            $"{Words.Count(Sum(it, "grants", "taken"), "unit")} of {Text(it, "sku")} came free and were taken",
            "st-allocated", "info"), Sites(it, "grants", site)),
        "order.grants-returned" => (new(
            $"Units of {Text(it, "sku")} it could not use went back", "st-cancelled", "idle"), ""),
        "order.reservations-released" => (new("Stock took back what was given up", "st-cancelled", "idle"), ""),
        "order.reservations-lost" => (new("Reserved units were lost", "ex-short", "bad"), Lost(it, site)),
        "order.left-warehouse" => (new($"{site(Text(it, "warehouse"))} closed", "wh-closed", "bad"),
            "what had not left it is sourced again"),
        _ => null,
    };

    private static (Look, string)? Shipped(string type, JsonElement it, Func<string, string> site) => type switch
    {
        "order.released" => (new(
            $"Released in {Words.Count(Length(it, "shipments"), "shipment")}", "st-released", "info"),
            Sites(it, "shipments", site)),
        "order.shipments-planned" => (new(
            $"{Words.Count(Length(it, "planned"), "shipment")} planned", "sh-planned", "info"), Names(it, "planned")),
        "order.shipment-cancelled" => (new($"Shipment {Text(it, "shipment")} cancelled", "st-cancelled", "idle"),
            "its goods stay allocated"),
        "order.shipments-stay" => (new("Shipments stay as they are", "sh-picked", "info"),
            "picking has begun, or they have left"),
        "order.shipments-revised" => (new("Shipments know the change", "sh-planned", "idle"), Names(it, "shipments")),
        "order.shipments-flagged" => (new("Shipments know what they lost", "ex-short", "warn"), Names(it, "shipments")),
        "order.shipped" => (new(
            $"{Words.Count(Sum(it, "units", "quantity"), "unit")} left the warehouse", "st-shipped", "info"),
            Text(it, "shipment")),
        "order.shipment-returned" => (new("Goods had not left after all", "sh-packed", "warn"), Text(it, "shipment")),
        "order.delivered" => (new($"{Words.Count(Arrived(it), "unit")} arrived", "st-delivered", "good"),
            Text(it, "shipment")),
        _ => null,
    };

    private static string Amended(JsonElement it) =>
        string.Join(", ", new[]
        {
            it.TryGetProperty("priority", out var priority) ? $"priority {priority}" : "",
            Text(it, "requestedBy") is { Length: > 0 } day ? $"wanted {day}" : "",
        }.Where(part => part.Length > 0));

    private static string Cancelled(JsonElement it) => Text(it, "onBehalfOf") is { Length: > 0 } party
        ? $"{Text(it, "reason")}, by the {party.ToLowerInvariant()}"
        : Text(it, "reason");

    private static string Lost(JsonElement it, Func<string, string> site) =>
        it.TryGetProperty("stockItem", out var item) && item.ValueKind == JsonValueKind.Object
            ? $"{Text(item, "sku")} in {site(Text(item, "warehouse"))}"
            : "";

    private static long Arrived(JsonElement it) =>
        Sum(it, "lines", "delivered") + Sum(it, "lines", "damaged") + Sum(it, "lines", "refused");

    private static JsonElement.ArrayEnumerator Each(JsonElement it, string list) =>
        it.TryGetProperty(list, out var found) && found.ValueKind == JsonValueKind.Array
            ? found.EnumerateArray()
            : default;

    private static int Length(JsonElement it, string list) => Each(it, list).Count();

    private static long Sum(JsonElement it, string list, string member) => Each(it, list)
        .Sum(each => each.TryGetProperty(member, out var figure) && figure.TryGetInt64(out var units) ? units : 0);

    private static string Text(JsonElement it, string member) =>
        it.TryGetProperty(member, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString()! : "";

    private static string Sites(JsonElement it, string list, Func<string, string> site) => Words.List(
        [.. Each(it, list).Select(each => Text(each, "warehouse")).Where(id => id.Length > 0).Distinct().Select(site)]);

    private static string Skus(JsonElement it, string list) =>
        Words.List([.. Each(it, list).Select(each => Text(each, "sku")).Where(sku => sku.Length > 0).Distinct()]);

    private static string Names(JsonElement it, string list) => Words.List(
        [.. Each(it, list).Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!)]);
}
