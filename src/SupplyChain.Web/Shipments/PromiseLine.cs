using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>
/// The days of a journey as places from 0 to 1 on a line, as days are counted where the shipment goes: lateness is
/// judged by these.
/// </summary>
/// <param name="Days">Where days begin, and what they are called.</param>
/// <param name="Promised">The promised day; null when nothing was promised.</param>
/// <param name="From">Where its journey begins; null while it has not.</param>
/// <param name="Until">How far it is known to have come: now, or its arrival.</param>
/// <param name="Arrival">When it arrives or arrived; null when unknown.</param>
/// <param name="Now">The present; null once it has arrived.</param>
internal sealed record PromiseLine(
    IReadOnlyList<(double At, string Label)> Days,
    (double From, double To)? Promised,
    double? From,
    double Until,
    double? Arrival,
    double? Now)
{
    private const int MaxDayMarks = 6;

    /// <summary>The line of a shipment; null when there is nothing to draw.</summary>
    public static PromiseLine? Of(ShipmentSeen seen, DateTimeOffset businessNow)
    {
        var (shipment, isOpen) = (seen.Shipment, seen.IsOpen);
        if (shipment.Status == ShipmentStatus.Cancelled || (shipment.Promise is null && shipment.Eta.At is null))
            return null;
        var offset = shipment.Eta.At?.Offset ?? businessNow.Offset;
        var began = shipment.Milestones.Where(one => one.OccurredAt is not null).Min(one => one.OccurredAt);
        var promised = shipment.Promise is { } day
            ? new DateTimeOffset(day, TimeOnly.MinValue, offset)
            : default(DateTimeOffset?);
        DateTimeOffset?[] all =
            [began, promised, promised?.AddDays(1), shipment.Eta.At, isOpen ? businessNow : null];
        var (first, last) = (all.Min()!.Value.ToOffset(offset), all.Max()!.Value.ToOffset(offset));
        first = new(first.Date, offset);
        last = new(last.Date.AddDays(1), offset);
        double Place(DateTimeOffset at) => (at - first) / (last - first);
        var step = Math.Max(1, (int)Math.Ceiling((last - first).TotalDays / MaxDayMarks));
        var days = new List<(double, string)>();
        for (var at = first; at <= last; at = at.AddDays(step))
            days.Add((Place(at), Words.Date(DateOnly.FromDateTime(at.DateTime), businessNow)));
        var arrival = shipment.Eta.At is { } eta ? Place(eta) : default(double?);
        return new(
            days,
            promised is { } from ? (Place(from), Place(from.AddDays(1))) : null,
            began is { } start ? Place(start) : null,
            isOpen ? Place(businessNow) : arrival ?? Place(last),
            arrival,
            isOpen ? Place(businessNow) : null);
    }
}
