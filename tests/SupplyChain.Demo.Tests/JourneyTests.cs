using FluentAssertions;
using SupplyChain.Network;
using SupplyChain.Shipments;
using Xunit;

namespace SupplyChain.Demo;

public sealed class JourneyTests
{
    private static readonly Seed Seed = new(7);
    private static readonly DateTimeOffset Released = new(2026, 3, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly Journey Way = new(new WarehouseFloor(Seed, new BadDays(Seed)), new Transport(Seed));

    [Theory]
    [InlineData("rotterdam", 9, "Truck")]
    [InlineData("singapore", 9, "Ocean")]
    [InlineData("singapore", 9, "Air")]
    [InlineData("chicago", 30, "Rail")]
    public void Every_shipment_arrives_step_by_step(string warehouse, int customer, string mode)
    {
        for (var number = 0; number < 100; number++)
        {
            var steps = Travel(Planned($"SH-{number}", warehouse, customer, mode));
            steps.Select(step => step.Milestone.Kind).Should().StartWith(
                [MilestoneKind.Picked, MilestoneKind.Packed, MilestoneKind.Dispatched]);
            steps[^1].Milestone.Kind.Should().Be(MilestoneKind.Delivered);
            steps.Should().BeInAscendingOrder(step => step.At).And.HaveCountLessThan(12);
            steps.Should().OnlyHaveUniqueItems(step => step.Milestone.Id);
            steps.Should().OnlyContain(step => step.Milestone.Validate(step.At).Count == 0);
        }
    }

    [Fact]
    public void The_way_is_the_same_however_often_it_is_worked_out() =>
        Travel(Planned("SH-1", "rotterdam", 9, "Truck")).Should()
            .Equal(Travel(Planned("SH-1", "rotterdam", 9, "Truck")));

    [Fact]
    public void Most_shipments_are_in_time_and_some_are_late()
    {
        var site = Warehouses.Find("singapore")!.Place;
        var city = Customers.Find(9)!.City;
        var distance = GreatCircle.DistanceKm(site.Point, city.Point);
        var days = TransportMode.For("Air", distance).TransitDays(distance);
        var late = Enumerable.Range(0, 500).Count(number =>
            Travel(Planned($"SH-{number}", "singapore", 9, "Air"))[^1].At > Released.AddDays(days));
        late.Should().BeInRange(20, 150);
    }

    [Fact]
    public void Goods_are_damaged_or_refused_now_and_then_and_never_more_than_were_sent()
    {
        var unloaded = Enumerable.Range(0, 2_000).Select(number => Unloading.Lines(
            Seed.For("unloading", $"SH-{number}"), Planned($"SH-{number}", "rotterdam", 9, "Truck"))).ToArray();
        unloaded.Count(lines => lines.Count > 0).Should().BeInRange(40, 140);
        unloaded.SelectMany(lines => lines).Should()
            .OnlyContain(line => line.Delivered >= 0 && line.Delivered + line.Damaged + line.Refused <= 8);
        unloaded.Should().Contain(lines => lines.Any(line => line.Damaged > 0))
            .And.Contain(lines => lines.Any(line => line.Refused > 0));
    }

    [Fact]
    public void Shipments_of_others_are_left_alone() =>
        Way.Next(Planned("SH-1", "rotterdam", 9, "Truck") with { Owner = "ERP-4711" }, Released).Should().BeNull();

    private static List<PlannedMilestone> Travel(ShipmentDetails shipment)
    {
        var steps = new List<PlannedMilestone>();
        while (Way.Next(shipment, Released) is { } next)
        {
            steps.Add(next);
            var milestone = new Milestone(
                next.Milestone.Id, next.Milestone.Kind, next.At, next.At, next.Milestone.Location, null, []);
            shipment = shipment with
            {
                Milestones = [.. shipment.Milestones, milestone],
                Status = next.Milestone.Kind == MilestoneKind.Delivered ? ShipmentStatus.Delivered : shipment.Status,
            };
        }

        return steps;
    }

    private static ShipmentDetails Planned(string id, string warehouse, int customer, string mode) => new(
        id, OrderNumber.Of(Released, Customers.Find(customer)!), warehouse, mode, null, null, null, null,
        ShipmentStatus.Planned, null,
        [new ShipmentLine(1, "GLV-01", 8, 0, 0, 0), new ShipmentLine(2, "GLV-02", 5, 0, 0, 0)],
        new Eta(null, ""), null, [], 1);
}
