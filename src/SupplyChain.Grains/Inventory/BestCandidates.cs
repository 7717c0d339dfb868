using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>Chooses which warehouses sourcing is offered.</summary>
internal static class BestCandidates
{
    private const int MaxCandidates = 12;
    private const int BiggestAlways = 3;

    /// <summary>The nearest with stock, and always the biggest ones, since the first goal is the most units; and how
    /// many others there are, per reason.</summary>
    public static (Items<AvailabilityCandidate> Best, Items<RejectionCount> Others) Of(
        List<AvailabilityCandidate> all, FindCandidates query)
    {
        if (all.Count <= MaxCandidates)
        {
            return (all.ToItems(), []);
        }
        var (to, counted) = (query.ShipTo, query.Counted);
        var named = all.Where(place => query.InAnyCase.Contains(place.Level.Warehouse)).ToList();
        var useful = all.Where(place => place is { Open: true, Level.Available: > 0 }
            && (counted == CountedStock.EvenRationed || !place.Level.Rationed)).ToList();
        var biggest = useful.OrderByDescending(place => place.Level.Available).ThenBy(place => place.Level.Warehouse)
            .Take(BiggestAlways);
        var nearest = useful.OrderBy(place => place.PriorityBand).ThenBy(place => Distance(place, to))
            .ThenBy(place => place.Level.Warehouse);
        var rest = all.OrderBy(place => Distance(place, to)).ThenBy(place => place.Level.Warehouse);
        var best = named.Concat(biggest).Concat(nearest).Concat(rest).Distinct().Take(MaxCandidates).ToItems();
        var others = all.Except(best).GroupBy(WhyNot).Select(group => new RejectionCount(group.Key, group.Count()));
        return (best, others.ToItems());
    }

    private static double Distance(AvailabilityCandidate place, ShipToPoint? to) =>
        to is not null && place is { Latitude: { } latitude, Longitude: { } longitude }
            ? GreatCircle.DistanceKm(new(latitude, longitude), new(to.Latitude, to.Longitude))
            : double.MaxValue;

    private static RejectionReason WhyNot(AvailabilityCandidate place) =>
        !place.Open ? RejectionReason.Closed
        : place.Level.Available <= 0 ? RejectionReason.NoStock
        : place.Level.Rationed ? RejectionReason.Rationed
        : place.Latitude is null ? RejectionReason.UnknownLocation
        : RejectionReason.Farther;
}
