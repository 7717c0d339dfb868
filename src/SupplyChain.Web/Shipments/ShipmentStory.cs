using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>An event of a shipment in a planner's words.</summary>
internal static class ShipmentStory
{
    /// <summary>The glyph, what happened, and the detail (empty when there is none).</summary>
    public static (Look Title, string Detail) Of(string type, EventData it) => type switch
    {
        "shipment.planned" => (
            new($"Planned with {Words.Count(it.Sum("lines", "quantity"), "unit")}", "sh-planned", "idle"),
            it.Text("warehouse")),
        "shipment.milestone" => Milestone(it),
        "shipment.milestone-voided" => (new("A milestone was voided", "st-cancelled", "warn"), it.Text("reason")),
        "shipment.revised" => (new("Follows its order's change", "sh-planned", "idle"), ""),
        "shipment.goods-issued" => (
            new($"{Words.Count(it.Sum("lines", "quantity"), "unit")} left stock", "sh-dispatched", "info"), ""),
        "shipment.goods-returned" => (
            new($"{Words.Count(it.Sum("lines", "quantity"), "unit")} are in stock again", "sh-packed", "warn"), ""),
        "shipment.cancelled" => (new("Cancelled", "st-cancelled", "idle"), it.Text("reason")),
        "shipment.flagged" => it.Text("flag") == nameof(ShipmentFlag.WarehouseClosed)
            ? (new("Its warehouse closed", "wh-closed", "bad"), "")
            : (new("It lost goods", "ex-short", "bad"), ""),
        "shipment.progress-confirmed" => (new("Its order knows", "sh-planned", "idle"), ""),
        _ => (new(type.Replace("shipment.", "", StringComparison.Ordinal), "sh-planned", "idle"), ""),
    };

    private static (Look, string) Milestone(EventData it)
    {
        var look = Enum.TryParse<MilestoneKind>(it.Text("kind"), ignoreCase: true, out var kind)
            ? ShipmentLooks.Of(kind)
            : new(it.Text("kind"), "sh-planned", "idle");
        return (look, string.Join(", ", new[] { it.Text("location"), it.Text("note") }.Where(text => text.Length > 0)));
    }
}
