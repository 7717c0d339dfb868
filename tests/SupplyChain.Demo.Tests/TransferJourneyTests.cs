using FluentAssertions;
using SupplyChain.Shipments;
using SupplyChain.Transfers;
using Xunit;

namespace SupplyChain.Demo;

public sealed class TransferJourneyTests
{
    private static readonly Seed Seed = new(7);
    private static readonly DateTimeOffset Released = new(2026, 3, 16, 12, 0, 0, TimeSpan.Zero);

    private static readonly TransferJourney Way = new(
        Seed, new WarehouseFloor(Seed, new BadDays(Seed)), new Transport(Seed));

    [Theory]
    [InlineData("rotterdam", "hamburg", "Truck")]
    [InlineData("singapore", "rotterdam", "Ocean")]
    [InlineData("chicago", "dallas", "Rail")]
    public void A_shipment_leaves_travels_and_arrives_where_it_is_received(string from, string to, string mode)
    {
        for (var number = 0; number < 50; number++)
        {
            var (steps, arrival) = Travel(Planned($"TR-{number}~T1", from, mode), from, to);
            steps.Select(step => step.Kind).Should().StartWith(
                [MilestoneKind.Picked, MilestoneKind.Packed, MilestoneKind.Dispatched])
                .And.NotContain(MilestoneKind.Delivered, "what arrives is received, and the transfer says so");
            steps.Should().OnlyHaveUniqueItems(step => step.Id).And.HaveCountLessThan(12);
            arrival.Should().BeAfter(steps[^1].OccurredAt.Resolve(Released)!.Value);
        }
    }

    [Fact]
    public void Less_than_was_sent_arrives_now_and_then_and_never_more()
    {
        var arrived = Enumerable.Range(0, 500)
            .Select(number => Way.Arriving(Planned($"TR-{number}~T1", "rotterdam", "Truck"))).ToArray();
        arrived.Should().OnlyContain(lines => lines[0].Quantity >= 0 && lines[0].Quantity <= 8
            && lines[1].Equals(new ReceiveTransferLine(2, 5)));
        arrived.Count(lines => lines[0].Quantity < 8).Should().BeInRange(50, 150);
        Way.Arriving(Planned("TR-1~T1", "rotterdam", "Truck")).Should()
            .Equal(Way.Arriving(Planned("TR-1~T1", "rotterdam", "Truck")));
    }

    private static (List<RecordMilestone> Steps, DateTimeOffset Arrival) Travel(
        ShipmentDetails shipment, string from, string to)
    {
        var (source, destination) = (Warehouses.Find(from)!, Warehouses.Find(to)!);
        List<RecordMilestone> steps = [];
        while (true)
        {
            var (at, milestone) = Way.Next(shipment, source, destination, Released);
            if (milestone is null)
            {
                return (steps, at);
            }
            steps.Add(milestone);
            shipment = shipment with
            {
                Milestones =
                [
                    .. shipment.Milestones,
                    new Milestone(milestone.Id, milestone.Kind, at, at, milestone.Location, null, []),
                ],
            };
        }
    }

    private static ShipmentDetails Planned(string id, string warehouse, string mode) => new(
        id, "TR-1", warehouse, mode, null, null, null, null, ShipmentStatus.Planned, null,
        [new ShipmentLine(1, "GLV-01", 8, 0, 0, 0), new ShipmentLine(2, "GLV-02", 5, 0, 0, 0)],
        new Eta(null, ""), null, [], 1);
}
