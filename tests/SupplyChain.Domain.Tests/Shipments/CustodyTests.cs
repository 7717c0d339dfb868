using FluentAssertions;
using SupplyChain.Inventory;
using Xunit;
using static SupplyChain.Shipments.MilestoneKind;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

public sealed class CustodyTests : ShipmentRules
{
    private static readonly CancelShipment Cancel = new("customer called");

    [Theory]
    [InlineData(Picked)]
    [InlineData(Packed)]
    public void It_can_be_cancelled_until_it_is_dispatched(MilestoneKind kind) =>
        Given(Released, Reported("M", kind))
            .When(shipment => Shipment.Decide(shipment, Cancel)).Then(new Cancelled("customer called"))
            .Leaving(shipment => shipment.Details("SH-1")!.Status.Should().Be(ShipmentStatus.Cancelled))
            .When(shipment => Shipment.Decide(shipment, Cancel)).ThenNothing();

    [Theory]
    [InlineData(Dispatched)]
    [InlineData(ArrivedHub)]
    [InlineData(Delivered)]
    public void Then_it_is_too_late(MilestoneKind kind) =>
        Given(Released, Reported("M", kind))
            .When(shipment => Shipment.Decide(shipment, Cancel)).ThenRefused(Refusal.TooLate);

    [Fact]
    public void A_caller_may_want_to_cancel_only_what_nobody_picked()
    {
        var careful = Cancel with { OnlyIfPlanned = true };
        Given(Released, Trouble("M", 0))
            .When(shipment => Shipment.Decide(shipment, careful)).Then(new Cancelled(Cancel.Reason));
        Given(Released, Reported("M", Picked))
            .When(shipment => Shipment.Decide(shipment, careful)).ThenRefused(Refusal.TooLate);
    }

    [Theory]
    [InlineData(Dispatched)]
    [InlineData(ArrivedHub)]
    [InlineData(OutForDelivery)]
    [InlineData(Delivered)]
    public void Goods_leave_with_the_first_milestone_that_says_so_and_only_once(MilestoneKind kind) =>
        Given(Released, Reported("M", kind))
            .When(shipment => Shipment.DecideIssued(shipment, Gone.Lines)).Then(Gone)
            .When(shipment => Shipment.DecideIssued(shipment, Gone.Lines)).ThenNothing()
            .When(shipment => Shipment.Decide(shipment, Report("N", Dispatched, -1), Now)).ThenAccepted()
            .When(shipment => Shipment.DecideIssued(shipment, Gone.Lines)).ThenNothing();

    [Fact]
    public void Goods_in_the_warehouse_do_not_leave()
    {
        Given(Released, Reported("M", Packed))
            .When(shipment => Shipment.DecideIssued(shipment, Gone.Lines)).ThenNothing();
        Given(Released, new Cancelled("x")).When(shipment => Shipment.DecideIssued(shipment, Gone.Lines)).ThenNothing();
    }

    [Fact]
    public void Reservations_of_one_line_travel_together()
    {
        var more = Released.Lines[0] with { Reservation = First with { Attempt = 2 }, Quantity = 5 };
        var both = Released with { Lines = [Released.Lines[0], more] };
        After(both).Lines().Should().Equal(new CarriedLine(1, "PUMP", 15, 0, 0, 0));
    }

    [Fact]
    public void What_the_stock_item_really_gave_is_what_left()
    {
        var short1 = new GoodsIssued([new IssuedUnits(First, 7)]);
        var progress = After(Released, Reported("M", Delivered, 1, new ArrivedUnits(1, 6, 3, 1)), short1).Progress()!;

        progress.GoodsIssued.Should().BeTrue();
        progress.Issued.Should().Equal(new IssueGoodsLine(First, 7));
        progress.Lines.Should().Equal(
            new ShipmentLine(1, "PUMP", 7, 6, 1, 0, Now.AddDays(1)), new ShipmentLine(2, "HOSE", 0, 0, 0, 0));
    }

    [Fact]
    public void Units_lost_in_the_warehouse_lower_what_it_carries_once_per_loss() =>
        Given(Released)
            .When(shipment => Shipment.Decide(shipment, Lost(First, 6, 4)))
            .Then(new Flagged(ShipmentFlag.Short, [new(First, 6, 4)]))
            .Leaving(shipment => shipment.Lines()[0].Quantity.Should().Be(4))
            .When(shipment => Shipment.Decide(shipment, Lost(First, 6, 4))).ThenNothing()
            .When(shipment => Shipment.Decide(shipment, Lost(First, 4, 0))).ThenAccepted()
            .Leaving(shipment => shipment.Lines()[0].Quantity.Should().Be(0))
            .When(shipment => Shipment.Decide(shipment, Lost(First, 6, 4))).ThenNothing();

    [Fact]
    public void Losses_of_others_are_not_its_own() =>
        Given(Released)
            .When(shipment => Shipment.Decide(shipment, Lost(First with { Attempt = 2 }, 6, 4))).ThenNothing();

    [Fact]
    public void Nothing_in_the_warehouse_touches_what_has_left_or_was_cancelled()
    {
        foreach (var end in new ShipmentEvent[] { Reported("M", Dispatched), new Cancelled("x") })
        {
            Given(Released, end).When(shipment => Shipment.Decide(shipment, Lost(First, 6, 4))).ThenNothing();
        }
    }

    private static readonly FlagShipment Closing = new(ShipmentFlag.WarehouseClosed);

    private static FlagShipment Lost(ReservationKey key, long units, long kept) =>
        new(ShipmentFlag.Short, [new DroppedReservation(key, units, kept)]);
}
