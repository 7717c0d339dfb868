using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>How the statuses and the promises of shipments are shown.</summary>
internal static class ShipmentLooks
{
    /// <summary>How a status is shown.</summary>
    public static Look Of(ShipmentStatus status) => status switch
    {
        ShipmentStatus.Planned => new("Planned", "sh-planned", "idle"),
        ShipmentStatus.Picked => new("Picked", "sh-picked", "info"),
        ShipmentStatus.Packed => new("Packed", "sh-packed", "info"),
        ShipmentStatus.Dispatched => new("Dispatched", "sh-dispatched", "info"),
        ShipmentStatus.InTransit => new("In transit", "sh-intransit", "info"),
        ShipmentStatus.OutForDelivery => new("Out for delivery", "sh-ofd", "info"),
        ShipmentStatus.Delivered => new("Delivered", "st-delivered", "good"),
        ShipmentStatus.Cancelled => new("Cancelled", "st-cancelled", "idle"),
        _ => new(status.ToString(), "sh-planned", "idle"),
    };

    /// <summary>How its arrival stands against its promise; null without a promise or when cancelled.</summary>
    public static Look? Promise(ShipmentDetails shipment, DateOnly today)
    {
        if (shipment.Status == ShipmentStatus.Cancelled || shipment.Promise is not { } promise)
            return null;
        if (shipment.Exception is { } exception)
            return new($"Exception: {exception.Kind}", "pr-exception", "bad");
        var isThere = shipment.Status == ShipmentStatus.Delivered;
        if (shipment.Eta.At is not { } at)
            return new(isThere ? "arrival date unknown" : "no date known", "pr-noeta", "idle");
        var day = DateOnly.FromDateTime(at.DateTime);
        if (day <= promise)
            return new(Words.ToPromise(day, promise), "pr-ontime", "good");
        return isThere || today > promise
            ? new(Words.ToPromise(day, promise), "pr-late", "bad")
            : new(Words.ToPromise(day, promise), "pr-atrisk", "warn");
    }
}
