using System.Text.Json;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>Carriers under way: mostly in time, through hubs when far, sometimes held up, sometimes slow.</summary>
internal sealed class Transport(Seed seed)
{
    private const double ShareOfSlow = 0.10;
    private const double ShareOfHeldUp = 0.04;
    private const double HubbedTruckKm = 500;

    /// <summary>Shares of the way: the stay at a hub, where trouble comes, where the last mile begins.</summary>
    private const double AtHub = 0.08;
    private const double Trouble = 0.90;
    private const double LastMile = 0.94;

    /// <summary>A mode's transit days count one of handling, which is over once the goods have left.</summary>
    private const int HandlingDays = 1;

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
        var way = TimeSpan.FromDays((mode.TransitDays(distance) - HandlingDays) * pace);
        List<(MilestoneKind Kind, TimeSpan After, string Location, string? Note)> steps = [];
        foreach (var (share, hub) in HubsOn(mode, distance, from, to))
        {
            steps.Add((MilestoneKind.ArrivedHub, way * share, hub, null));
            steps.Add((MilestoneKind.DepartedHub, way * (share + AtHub), hub, null));
        }

        if (held > TimeSpan.Zero)
            steps.Add((MilestoneKind.Exception, way * Trouble, to.Country, chance.Pick(Troubles)));
        steps.Add((MilestoneKind.OutForDelivery, (way * LastMile) + held, to.Name, null));
        steps.Add((MilestoneKind.Delivered, way + held, to.Name, null));
        return steps.Select((step, index) => new Leg(
            $"{index + FirstNumber}-{JsonNamingPolicy.CamelCase.ConvertName(step.Kind.ToString())}",
            step.Kind, TimeSpan.FromMinutes(Math.Round(step.After.TotalMinutes)), step.Location, step.Note)).ToArray();
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
