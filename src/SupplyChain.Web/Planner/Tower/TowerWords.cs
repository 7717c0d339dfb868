using SupplyChain.Planner.Map;
using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>Shipments as the control tower says them.</summary>
internal static class TowerWords
{
    /// <summary>How many days after its promise it is expected; null when either is unknown.</summary>
    public static int? DaysAfter(ShipmentSummary shipment) => shipment is { Promise: { } promise, Eta.At: { } at }
        ? DateOnly.FromDateTime(at.DateTime).DayNumber - promise.DayNumber
        : null;

    /// <summary>How it stands against its promise, short enough for a column.</summary>
    public static Look Standing(ShipmentSummary shipment, DateOnly today)
    {
        if (shipment.Exception is { } met)
            return new(Met(met), "pr-exception", "bad");
        return shipment.Standing switch
        {
            ShipmentStanding.Late => new($"{Words.Count(DaysLate(shipment, today), "day")} late", "pr-late", "bad"),
            ShipmentStanding.AtRisk => new(
                $"{Words.Count(DaysAfter(shipment) ?? 1, "day")} after", "pr-atrisk", "warn"),
            ShipmentStanding.OnTime => new("on time", "pr-ontime", "good"),
            _ => new(shipment.Promise is null ? "no promise" : "unknown", "pr-noeta", "idle"),
        };
    }

    /// <summary>The same as a sentence begins.</summary>
    public static string Verdict(ShipmentSummary shipment, DateOnly today)
    {
        var look = Standing(shipment, today);
        return shipment switch
        {
            { Exception: not null } => look.Word,
            { Standing: ShipmentStanding.AtRisk } => $"{look.Word} promise",
            { Standing: ShipmentStanding.Late } => look.Word,
            { Standing: ShipmentStanding.OnTime } => "On time",
            { Promise: null } => "Nothing promised",
            _ => "Arrival unknown",
        };
    }

    /// <summary>Where it stands on a map.</summary>
    public static MapMark Mark(ShipmentSummary shipment) => shipment switch
    {
        { Exception: not null } => MapMark.Exception,
        { Standing: ShipmentStanding.Late } => MapMark.Late,
        { Standing: ShipmentStanding.AtRisk } => MapMark.AtRisk,
        { Standing: ShipmentStanding.OnTime } => MapMark.OnTime,
        _ => MapMark.Unknown,
    };

    /// <summary>From where to whom.</summary>
    public static string Route(ShipmentSummary shipment, TowerSeen seen) =>
        $"{seen.Site(shipment.Warehouse)} → {To(shipment)}";

    /// <summary>How long ago it was heard of, by when that happened.</summary>
    public static string? LastReport(ShipmentSummary shipment, DateTimeOffset now) =>
        shipment.LastReport is { } report ? Since(now - (report.At ?? report.RecordedAt)) : null;

    /// <summary>How long, in hours and minutes while that says something.</summary>
    public static string Since(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes} min",
        { TotalHours: < 24 } => $"{(int)age.TotalHours} h {age.Minutes:00}",
        _ => Words.Count((int)age.TotalDays, "day"),
    };

    private static int DaysLate(ShipmentSummary shipment, DateOnly today)
    {
        var since = today.DayNumber - (shipment.Promise ?? today).DayNumber;
        return Math.Max(Math.Max(since, DaysAfter(shipment) ?? 0), 1);
    }

    private static string To(ShipmentSummary shipment) =>
        shipment.Customer?.Value ?? shipment.ShipTo?.Unlocode ?? shipment.ShipTo?.Country ?? "unknown";

    private static string Met(ShipmentExceptionDetails met) => met.Kind.ToString() is { Length: > 0 } kind
        ? string.Concat(kind[..1], kind[1..].ToLowerInvariant())
        : "Exception";
}
