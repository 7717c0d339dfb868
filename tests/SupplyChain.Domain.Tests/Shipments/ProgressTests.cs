using FluentAssertions;
using Xunit;
using static SupplyChain.Shipments.MilestoneKind;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

public sealed class ProgressTests : ShipmentRules
{
    [Fact]
    public void What_happens_in_the_warehouse_or_on_the_way_is_no_news_for_the_order()
    {
        Work(Released).Should().Be(UnfinishedWork.None);
        Work(Released, Reported("M-1", Picked), Reported("M-2", Packed), Trouble("M-3", 0))
            .Should().Be(UnfinishedWork.None);
        Work([.. Known, Reported("M-2", ArrivedHub, 1), Trouble("M-3", 2)]).Should().Be(UnfinishedWork.None);
    }

    [Fact]
    public void Until_the_goods_are_issued_the_shipment_is_at_it() =>
        Work(Released, Reported("M", Delivered)).Should().Be(UnfinishedWork.Own);

    [Fact]
    public void Then_the_order_has_to_hear_of_it()
    {
        Work(Released, Reported("M", Delivered), Gone).Should().Be(UnfinishedWork.Handover);
        Work(Released, new Cancelled("x")).Should().Be(UnfinishedWork.Handover);
    }

    [Fact]
    public void Once_it_has_nothing_is_left() => Work(Known).Should().Be(UnfinishedWork.None);

    [Theory]
    [InlineData(Delivered, 3, UnfinishedWork.Handover)]
    [InlineData(Dispatched, -1, UnfinishedWork.Handover)]   // it left earlier than the order knows
    [InlineData(Dispatched, 1, UnfinishedWork.None)]        // the earlier one stands
    public void News_of_dates_and_deliveries_is_told_again(MilestoneKind kind, double days, UnfinishedWork work) =>
        Work([.. Known, Reported("M-2", kind, days)]).Should().Be(work);

    [Fact]
    public void An_order_that_knows_enough_is_recorded_once() =>
        Given(Released, Reported("M", Dispatched), Gone)
            .When(shipment => Shipment.Decide(shipment, new ConfirmProgress(2))).ThenNothing()
            .When(shipment => Shipment.Decide(shipment, new ConfirmProgress(3))).Then(new ProgressConfirmed(3))
            .When(shipment => Shipment.Decide(shipment, new ConfirmProgress(4))).ThenNothing();

    [Fact]
    public void An_order_that_missed_the_last_news_has_still_to_hear_of_it() =>
        Given([.. Known, Reported("M-2", Delivered, 3)])
            .When(shipment => Shipment.Decide(shipment, new ConfirmProgress(4))).ThenNothing()
            .Leaving(shipment => Shipment.UnfinishedWork(shipment).Should().Be(UnfinishedWork.Handover));

    [Fact]
    public void Nobody_can_know_what_has_not_happened() =>
        Given(Released, Reported("M-1", Dispatched), Gone)
            .When(shipment => Shipment.Decide(shipment, new ConfirmProgress(100))).Then(new ProgressConfirmed(3))
            .When(shipment => Shipment.Decide(shipment, Report("M-2", Delivered, 2), Now)).ThenAccepted()
            .Leaving(shipment => Shipment.UnfinishedWork(shipment).Should().Be(UnfinishedWork.Handover));

    private static ShipmentEvent[] Known => [Released, Reported("M-1", Dispatched), Gone, new ProgressConfirmed(3)];

    private static UnfinishedWork Work(params ShipmentEvent[] history) => Shipment.UnfinishedWork(After(history));
}
