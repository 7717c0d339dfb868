using CsCheck;
using FluentAssertions;
using SupplyChain.Inventory;
using Xunit;
using static SupplyChain.Shipments.MilestoneKind;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

public sealed class VoidingTests : ShipmentRules
{
    private static readonly VoidMilestone Wrong = new("M", "wrong shipment scanned");

    [Fact]
    public void A_voided_milestone_is_as_if_it_had_not_been_and_stays_known() =>
        Given(Released, Reported("P", Picked), Reported("M", Packed, 1))
            .When(shipment => Shipment.Decide(shipment, Wrong)).Then(new MilestoneVoided("M", Wrong.Reason))
            .Leaving(shipment => shipment.Status().Should().Be(ShipmentStatus.Picked))
            .Leaving(shipment => shipment.Details("SH")!.Milestones.Select(m => m.Id.Value).Should().Equal("P"))
            .Leaving(shipment => shipment.Details("SH")!.Voided.Should().ContainSingle()
                .Which.Should().BeEquivalentTo(new { Reason = Wrong.Reason, Milestone = new { Kind = Packed } }))
            .When(shipment => Shipment.Decide(shipment, Wrong)).ThenNothing();

    [Fact]
    public void A_repeat_of_what_was_voided_does_not_bring_it_back() =>
        Given(Released, Reported("M", Packed))
            .When(shipment => Shipment.Decide(shipment, Wrong)).ThenAccepted()
            .When(shipment => Shipment.Decide(shipment, Report("M", Packed), Now)).ThenNothing()
            .When(shipment => Shipment.Decide(shipment, Report("M", Picked), Now)).ThenRefused(Refusal.Conflict)
            .When(shipment => Shipment.Decide(shipment, Report("N", Packed), Now)).ThenAccepted();

    [Fact]
    public void Goods_that_it_issued_come_back_and_can_leave_again() =>
        Given(Released, Reported("M", Dispatched), Gone)
            .When(shipment => Shipment.Decide(shipment, Wrong)).ThenAccepted()
            .Leaving(shipment => shipment.NeedsReversal().Should().BeTrue())
            .Leaving(shipment => Shipment.UnfinishedWork(shipment).Should().Be(UnfinishedWork.Own))
            .When(shipment => Shipment.Decide(shipment, new CancelShipment("x"))).ThenRefused(Refusal.TooLate)
            .When(Shipment.DecideReversed).Then(new GoodsReturned(Gone.Lines))
            .Leaving(shipment => shipment.Progress()!.Should().BeEquivalentTo(
                new { GoodsIssued = false, Returns = 1, Status = ShipmentStatus.Planned }))
            .When(Shipment.DecideReversed).ThenNothing()
            .When(shipment => Shipment.Decide(shipment, Report("N", Dispatched), Now)).ThenAccepted()
            .Leaving(shipment => shipment.NeedsIssue().Should().BeTrue());

    [Fact]
    public void They_stay_away_while_another_milestone_says_that_they_left() =>
        Given(Released, Reported("M", Dispatched), Gone, Reported("N", OutForDelivery, 1))
            .When(shipment => Shipment.Decide(shipment, Wrong)).ThenAccepted()
            .Leaving(shipment => shipment.NeedsReversal().Should().BeFalse());

    [Fact]
    public void What_was_gone_before_does_not_come_back() =>
        Given(Released, Reported("M", Dispatched), new GoodsIssued([new IssuedUnits(First, 7)]))
            .When(shipment => Shipment.Decide(shipment, Wrong)).ThenAccepted()
            .When(Shipment.DecideReversed).ThenAccepted()
            .Leaving(shipment => shipment.Lines().Select(line => line.Quantity).Should().Equal(7, 0))
            .Leaving(shipment => shipment.IsShort().Should().BeTrue());

    [Fact]
    public void Whatever_is_voided_the_shipment_is_where_it_would_be_without_it() =>
        Gen.Select(Gen.Enum<MilestoneKind>(), Gen.Int[0, 5], Gen.Bool).Array[1, 12].Sample(reports =>
        {
            var all = reports
                .Select((r, i) => (Event: Reported($"M-{i}", r.Item1, r.Item2), Voided: r.Item3)).ToArray();
            var voided = all.Where(r => r.Voided).Select(r => new MilestoneVoided(r.Event.Id, "wrong"));
            var with = After([Released, .. all.Select(r => r.Event), .. voided]).Details("SH")!;
            var without = After([Released, .. all.Where(r => !r.Voided).Select(r => r.Event)]).Details("SH")!;

            with.Should().Be(without with { Version = with.Version, Voided = with.Voided });
        });
}
