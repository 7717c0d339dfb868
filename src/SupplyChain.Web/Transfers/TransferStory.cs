using SupplyChain.Orders;
using SupplyChain.Planner;

namespace SupplyChain.Transfers;

/// <summary>An event of a transfer in a planner's words.</summary>
internal static class TransferStory
{
    /// <summary>The glyph, what happened, and the detail (empty when there is none).</summary>
    public static (Look Title, string Detail) Of(HistoryEntry entry) => Of(entry.Type, EventData.Of(entry.Data));

    private static (Look Title, string Detail) Of(string type, EventData it) => type switch
    {
        "transfer.requested" => (
            new($"Requested: {Units(it, "lines")}", "st-placed", "idle"),
            $"of {Words.Count(it.Length("lines"), "product")}, priority {Words.Plain(it.Number("priority"))}"),
        "transfer.queued" => (new("The queues of its products know what waits", "st-backordered", "idle"), ""),
        "transfer.grants-accepted" => (
            new($"{Words.Count(it.Sum("grants", "taken"), "unit")} reserved", "st-allocated", "info"), it.Text("sku")),
        "transfer.grants-returned" => (new("Reserved units given back", "st-backordered", "idle"), it.Text("sku")),
        "transfer.reservations-lost" => (new("It lost reserved units", "ex-dropped", "warn"), "they wait again"),
        "transfer.left-warehouse" => (new("The source closed", "wh-closed", "warn"), "what was reserved waits"),
        "transfer.reservations-released" => (
            new("The source has the units again", "st-backordered", "idle"), ""),
        "transfer.released" => (
            new("Released", "st-released", "info"), Joined(it.Text("shipment"), it.Text("carrier"), it.Text("mode"))),
        "transfer.shipment-planned" => (new("Shipment planned", "sh-planned", "idle"), it.Text("shipment")),
        "transfer.shipment-renumbered" => (
            new("Shipment renumbered", "sh-planned", "idle"), $"{it.Text("taken")} is taken, {it.Text("instead")}"),
        "transfer.shipment-told" => (new("Its shipment knows of lost units", "ex-short", "idle"), it.Text("shipment")),
        "transfer.shipment-cancelled" => (new("Shipment cancelled", "st-cancelled", "idle"), it.Text("shipment")),
        "transfer.shipped" => (
            new($"{Units(it, "units")} left the source", "sh-dispatched", "info"), it.Text("shipment")),
        "transfer.shipment-returned" => (
            new("It had not left: the report was voided", "sh-packed", "warn"), it.Text("shipment")),
        "transfer.received" => Received(it),
        "transfer.put-away" => (new("On hand at the destination", "st-delivered", "good"), it.Text("receipt")),
        "transfer.arrival-reported" => (
            new("Its shipments know that they arrived", "st-delivered", "idle"), it.Texts("shipments")),
        "transfer.cancelled" => (new("Cancelled", "st-cancelled", "idle"), it.Text("reason")),
        _ => (new(type.Replace("transfer.", "", StringComparison.Ordinal), "st-placed", "idle"), ""),
    };

    private static (Look, string) Received(EventData it)
    {
        var missing = it.Sum("short", "quantity");
        return missing == 0
            ? (new($"{Units(it, "lines")} received", "st-delivered", "good"), it.Text("receipt"))
            : (new($"{Units(it, "lines")} received, {Words.Number(missing)} short", "ex-short", "bad"),
                it.Text("receipt"));
    }

    private static string Units(EventData it, string list) => Words.Count(it.Sum(list, "quantity"), "unit");

    private static string Joined(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
