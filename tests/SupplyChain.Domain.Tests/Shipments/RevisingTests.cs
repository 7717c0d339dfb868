using FluentAssertions;
using SupplyChain.Inventory;
using Xunit;
using static SupplyChain.Shipments.MilestoneKind;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

public sealed class RevisingTests : ShipmentRules
{
    private static readonly DateOnly May = new(2026, 5, 1);
    private static readonly ReviseShipment Later = new(
        9, [new ScheduledLine(1, May), new ScheduledLine(2, May.AddDays(1))], 7000, "JP");

    [Fact]
    public void A_shipment_in_its_warehouse_follows_its_order() =>
        Given(Released, Reported("M", Packed))
            .When(shipment => Shipment.Decide(shipment, Later))
            .Then(new Revised(9, Later.Lines.Select(LineSchedule.Of).ToItems(), 7000, "JP"))
            .Leaving(shipment => shipment.Promise().Should().Be(May))
            .Leaving(shipment => shipment.Details("SH")!.Mode.Should().Be("Air", "it was derived from the distance"))
            .Leaving(shipment => shipment.IsAtRisk().Should().BeFalse())
            .When(shipment => Shipment.Decide(shipment, Later)).ThenNothing()
            .When(shipment => Shipment.Decide(shipment, Later with { OrderVersion = 8, Country = "US" })).ThenNothing()
            .When(shipment => Shipment.Decide(shipment, Later with { OrderVersion = 10 })).ThenNothing();

    [Fact]
    public void What_has_left_was_promised_as_it_was_then() =>
        Given(Released, Reported("M", Dispatched), Gone)
            .When(shipment => Shipment.Decide(shipment, Later)).ThenNothing();

    [Fact]
    public void The_same_plan_is_the_same_shipment_after_it_was_revised() =>
        Given(Released)
            .When(shipment => Shipment.Decide(shipment, Later)).ThenAccepted()
            .When(shipment => Shipment.Decide(shipment, Plan, Now)).ThenNothing();

    [Fact]
    public void A_shipment_that_has_lost_every_unit_cannot_leave() =>
        Given(Released, new Flagged(ShipmentFlag.Short, [new(First, 10, 0), new(Second, 4, 0)]))
            .When(shipment => Shipment.Decide(shipment, Report("M", Dispatched), Now))
            .ThenRefused(Refusal.NothingAllocated)
            .When(shipment => Shipment.Decide(shipment, Report("M", Packed), Now)).ThenAccepted();

    [Fact]
    public void When_the_stock_item_gives_nothing_nothing_has_left() =>
        Given(Released, Reported("M", Dispatched))
            .When(shipment => Shipment.DecideIssued(shipment, [new IssuedUnits(First, 0)]))
            .Then(new Cancelled(Shipment.NothingLeft))
            .Leaving(shipment => shipment.Status().Should().Be(ShipmentStatus.Cancelled));
}
