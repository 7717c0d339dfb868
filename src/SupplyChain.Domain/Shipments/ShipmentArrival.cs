using SupplyChain.Network;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

public sealed partial record Shipment
{
    /// <summary>One of a mode's fixed days; it is over once the goods have left.</summary>
    private const int HandlingDays = 1;

    /// <summary>
    /// When it arrives. Delivered: when it did. Out for delivery: that day or the next. Else the mode's days after
    /// dispatch, or after release with the day of handling; never before the last thing known of it.
    /// </summary>
    private Eta EstimateArrival(Planned plan, ShipmentJourney journey)
    {
        if (Cancellation is not null)
        {
            return new(null, "Cancelled.");
        }
        var lines = Lines(journey);
        var missing = lines.Sum(line => line.Quantity - line.Arrived());
        if (journey.Deliveries.Count > 0 && missing == 0)
        {
            return lines.All(line => line.DeliveredAt is not null || line.Quantity == 0)
                && lines.Max(line => line.DeliveredAt) is { } arrived
                    ? new(arrived, "Delivered.")
                    : new(null, "Delivered at an unknown time.");
        }
        var (at, reason) = ByTransit(plan, journey);
        if (journey.OutForDelivery?.OccurredAt is { } leaving)
        {
            var nextDay = leaving.AddDays(1);
            at = at is null || at < leaving ? leaving : at > nextDay ? nextDay : at;
            reason = "Out for delivery.";
        }
        if (journey.Deliveries.Count > 0)
        {
            reason = $"Delivered in part, {missing} units are still to come. {reason}";
        }
        return at < journey.LatestAt
            ? new(journey.LatestAt, $"{reason} Its last milestone is later.")
            : new(at, reason);
    }

    private static Eta ByTransit(Planned plan, ShipmentJourney journey)
    {
        if (plan.DistanceKm is not { } distance)
        {
            return new(null, "The distance to the ship-to is unknown.");
        }
        var mode = TransportMode.For(plan.Mode, distance);
        var days = mode.TransitDays(distance);
        var way = FormattableString.Invariant($"{mode.Name}, {distance:0} km");
        if (journey.Dispatch?.OccurredAt is { } dispatched)
        {
            return new(dispatched.AddDays(days - HandlingDays), $"{way}: {days - HandlingDays} days from dispatch.");
        }
        return plan.OccurredAt is { } released
            ? new(released.AddDays(days), $"{way}: {days} days from release, {HandlingDays} of them handling.")
            : new(null, "It is unknown when it was released or dispatched.");
    }
}
