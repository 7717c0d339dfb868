using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>People who pick, pack and load, in two shifts, and not on a bad day.</summary>
internal sealed class WarehouseFloor(Seed seed, BadDays badDays)
{
    /// <summary>The milestone that hands a shipment over to its carrier.</summary>
    public const string Dispatched = "3-dispatched";

    private const int ShiftsBegin = 6;
    private const int ShiftsEnd = 22;

    private static readonly Task[] Tasks =
    [
        new("1-picked", MilestoneKind.Picked, 0.5, 5),
        new("2-packed", MilestoneKind.Packed, 0.3, 3),
        new(Dispatched, MilestoneKind.Dispatched, 0.5, 7),
    ];

    /// <summary>What is done next with a shipment; null when it has left.</summary>
    public PlannedMilestone? Next(
        ShipmentId id, WarehouseSite site, Dictionary<string, DateTimeOffset> reported, DateTimeOffset from)
    {
        var after = from;
        foreach (var task in Tasks)
        {
            if (!reported.TryGetValue(task.Id, out var done))
                return Plan(id, site, task, after);
            after = done;
        }

        return null;
    }

    private PlannedMilestone Plan(ShipmentId id, WarehouseSite site, Task task, DateTimeOffset after)
    {
        var ready = after + seed.For(task.Id, id.Value).Hours(task.LeastHours, task.MostHours);
        var at = LocalTime.WhenOpen(site.Place.TimeZone, badDays.OpenFrom(site, ready), ShiftsBegin, ShiftsEnd);
        return new(at, new RecordMilestone(task.Id, task.Kind, at, site.Place.Name));
    }

    private sealed record Task(string Id, MilestoneKind Kind, double LeastHours, double MostHours);
}
