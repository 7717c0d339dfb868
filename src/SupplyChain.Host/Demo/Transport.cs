using System.Text.Json;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Host.Demo;

/// <summary>Carriers under way: mostly in time, through hubs when it is far, sometimes held up, sometimes slow.</summary>
internal sealed class Transport(Seed seed)
{
    private const double ShareOfSlow = 0.10;
    private const double ShareOfHeldUp = 0.04;
    private const double HubbedTruckKm = 500;
    private const double LastMile = 0.94;

    /// <summary>Milestones are numbered on from those of the warehouse.</summary>
    private const int FirstNumber = 4;

    private const int GateOpens = 8;
    private const int GateCloses = 18;

    private static readonly string[] Troubles =
        ["Customs hold", "Vehicle breakdown", "Severe weather", "Missed connection", "Documents missing"];

    /// <summary>What happens next; null when there is nothing left.</summary>
    public PlannedMilestone? Next(
        ShipmentDetails shipment, WarehouseSite site, Customer customer, Dictionary<string, DateTimeOffset> reported)
    {
        var dispatched = reported[WarehouseFloor.Dispatched];
        var latest = reported.Values.Max();
        var next = Route(shipment, site.Place, customer.City).First(leg => !reported.ContainsKey(leg.Id));
        var at = LocalTime.In(customer.City.TimeZone, dispatched + next.AfterDispatch);
        if (at < latest)
            at = LocalTime.In(customer.City.TimeZone, latest.AddMinutes(30));
        if (next.Kind == MilestoneKind.Delivered)
            at = LocalTime.WhenOpen(customer.City.TimeZone, at, GateOpens, GateCloses);
        var lines = next.Kind == MilestoneKind.Delivered
            ? Unloading.Lines(seed.For("unloading", shipment.Id.Value), shipment)
            : [];
        return new(at, new RecordMilestone(next.Id, next.Kind, at, next.Location, next.Note, lines));
    }

    /// <summary>The legs after the warehouse, the last of them the delivery.</summary>
    public IReadOnlyList<Leg> Route(ShipmentDetails shipment, Place from, Place to)
    {
        var chance = seed.For("transport", shipment.Id.Value);
        var distance = GreatCircle.DistanceKm(from.Point, to.Point);
        var mode = TransportMode.For(shipment.Mode, distance);
        var pace = chance.Happens(ShareOfSlow) ? chance.Between(1.1, 1.7) : chance.Between(0.55, 0.95);
        var held = chance.Happens(ShareOfHeldUp) ? chance.Hours(10, 72) : TimeSpan.Zero;
        var days = Math.Max(mode.TransitDays(distance) - 1, 0.5) * pace;
        var legs = new List<Leg>();
        void Add(MilestoneKind kind, double share, string location, TimeSpan delay, string? note = null) => legs.Add(new(
            $"{legs.Count + FirstNumber}-{JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())}",
            kind, TimeSpan.FromMinutes(Math.Round(days * share * 1_440)) + delay, location, note));

        foreach (var (share, hub) in HubsOn(mode, distance, from, to))
        {
            Add(MilestoneKind.ArrivedHub, share, hub, TimeSpan.Zero);
            Add(MilestoneKind.DepartedHub, share + 0.08, hub, TimeSpan.Zero);
        }

        if (held > TimeSpan.Zero)
            Add(MilestoneKind.Exception, 0.9, to.Country, TimeSpan.Zero, chance.Pick(Troubles));
        Add(MilestoneKind.OutForDelivery, LastMile, to.Name, held);
        Add(MilestoneKind.Delivered, 1, to.Name, held);
        return legs;
    }

    private static IEnumerable<(double Share, string Location)> HubsOn(
        TransportMode mode, double distanceKm, Place from, Place to)
    {
        if (mode.Name is not ("Air" or "Ocean"))
            return distanceKm > HubbedTruckKm ? [(0.5, $"Cross-dock on the way to {to.Name}")] : [];
        Func<GeoPoint, Hub> nearest = mode.Name == "Air" ? Hubs.Airport : Hubs.Seaport;
        var (first, last) = (nearest(from.Point), nearest(to.Point));
        return first == last ? [(0.4, first.Location)] : [(0.12, first.Location), (0.8, last.Location)];
    }
}
