using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>How the statuses, the promises and the milestones of shipments are shown.</summary>
internal static class ShipmentLooks
{
    /// <summary>Every status in the order a shipment goes through them.</summary>
    public static readonly ShipmentStatus[] Statuses = Enum.GetValues<ShipmentStatus>();

    /// <summary>Every standing, the worst first.</summary>
    public static readonly ShipmentStanding[] Standings = [.. Enum.GetValues<ShipmentStanding>().Reverse()];

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

    /// <summary>How the status of a shipment is shown of which units are still to arrive.</summary>
    public static Look OfOpen(ShipmentStatus status) =>
        status == ShipmentStatus.Delivered ? new("Part arrived", "st-delivered", "warn") : Of(status);

    /// <summary>How a standing is shown.</summary>
    public static Look Of(ShipmentStanding standing) => standing switch
    {
        ShipmentStanding.OnTime => new("On time", "pr-ontime", "good"),
        ShipmentStanding.AtRisk => new("At risk", "pr-atrisk", "warn"),
        ShipmentStanding.Late => new("Late", "pr-late", "bad"),
        _ => new("Unknown", "pr-noeta", "idle"),
    };

    /// <summary>How a milestone is shown.</summary>
    public static Look Of(MilestoneKind kind) => kind switch
    {
        MilestoneKind.Picked => new("Picked", "sh-picked", "info"),
        MilestoneKind.Packed => new("Packed", "sh-packed", "info"),
        MilestoneKind.Dispatched => new("Dispatched", "sh-dispatched", "info"),
        MilestoneKind.ArrivedHub => new("Arrived at hub", "sh-intransit", "info"),
        MilestoneKind.DepartedHub => new("Left the hub", "sh-intransit", "info"),
        MilestoneKind.OutForDelivery => new("Out for delivery", "sh-ofd", "info"),
        MilestoneKind.Delivered => new("Delivered", "st-delivered", "good"),
        MilestoneKind.Exception => new("Exception", "pr-exception", "bad"),
        _ => new(kind.ToString(), "sh-planned", "idle"),
    };

    /// <summary>How its arrival stands against its promise; null without a promise or when cancelled.</summary>
    public static Look? Promise(ShipmentDetails shipment, DateOnly today)
    {
        if (shipment.Status == ShipmentStatus.Cancelled || shipment.Promise is not { } promise)
            return null;
        if (shipment.Exception is { } exception)
            return new($"Exception: {exception.Kind}", "pr-exception", "bad");
        var isThere = IsThere(shipment);
        if (shipment.Eta.At is not { } at)
            return new(isThere ? "arrival date unknown" : "no date known", "pr-noeta", "idle");
        return Against(DateOnly.FromDateTime(at.DateTime), promise, isThere, today);
    }

    /// <summary>How a shipment in a list stands against its promise, in days; null when cancelled.</summary>
    public static Look? Promise(ShipmentSummary shipment, DateOnly today) =>
        InDays(shipment, today) is { } look
            ? look with
            {
                Word = look.Word.Replace(" after promise", " after", StringComparison.Ordinal)
                    .Replace("on the promised day", "on the day", StringComparison.Ordinal),
            }
            : null;

    private static Look? InDays(ShipmentSummary shipment, DateOnly today) => shipment switch
    {
        { Standing: null } => null,
        { Exception: { } exception } => new($"exception: {exception.Kind}", "pr-exception", "bad"),
        { Promise: null } => new("no promise", "pr-noeta", "idle"),
        { Promise: { } promise, Eta.At: { } at } => Against(
            DateOnly.FromDateTime(at.DateTime), promise,
            shipment.Status == ShipmentStatus.Delivered && shipment.Standing != ShipmentStanding.AtRisk, today),
        { Standing: ShipmentStanding.Late, Promise: { } promise } =>
            new($"{Words.Count(today.DayNumber - promise.DayNumber, "day")} over", "pr-late", "bad"),
        _ => new("unknown", "pr-noeta", "idle"),
    };

    /// <summary>Whether every unit's journey has ended.</summary>
    public static bool IsThere(ShipmentDetails shipment) =>
        shipment.Status == ShipmentStatus.Delivered && shipment.Lines.All(line => line.Arrived() == line.Quantity);

    private static Look Against(DateOnly arrival, DateOnly promise, bool isThere, DateOnly today)
    {
        // What is expected in time and has not come by then is late all the same.
        if (!isThere && today > promise)
        {
            var day = arrival > today ? arrival : today;
            return new($"{Words.Count(day.DayNumber - promise.DayNumber, "day")} after promise", "pr-late", "bad");
        }

        if (arrival <= promise)
            return new(Words.ToPromise(arrival, promise), "pr-ontime", "good");
        return isThere
            ? new(Words.ToPromise(arrival, promise), "pr-late", "bad")
            : new(Words.ToPromise(arrival, promise), "pr-atrisk", "warn");
    }
}
