using FluentAssertions;
using Xunit;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

public sealed class MilestoneTests : ShipmentRules
{
    private static readonly RecordMilestone Arrived = new(
        "M-1", MilestoneKind.Delivered, Now, "Lyon", "left at the gate",
        [new DeliveredLine(2, 3, 1), new DeliveredLine(1, 8, 1, 1)]);

    private static readonly MilestoneReported ArrivedReported = new(
        "M-1", MilestoneKind.Delivered, Now, false, "Lyon", "left at the gate",
        [new ArrivedUnits(1, 8, 1, 1), new ArrivedUnits(2, 3, 1)]);

    [Fact]
    public void A_milestone_is_recorded_as_reported() =>
        Given(Released).When(shipment => Shipment.Decide(shipment, Arrived, Now)).Then(ArrivedReported);

    [Fact]
    public void Recording_it_again_changes_nothing() =>
        Given(Released, ArrivedReported)
            .When(shipment => Shipment.Decide(shipment, Arrived, Now.AddDays(1))).ThenNothing()
            .When(shipment => Shipment.Decide(
                shipment, Arrived with { Lines = Arrived.Lines.Reverse().ToItems() }, Now))
            .ThenNothing()
            .When(shipment => Shipment.Decide(
                shipment, Arrived with { OccurredAt = Now.ToOffset(TimeSpan.FromHours(5)) }, Now))
            .ThenNothing();

    public static TheoryData<RecordMilestone> OtherBodies => new()
    {
        Arrived with { Kind = MilestoneKind.OutForDelivery },
        Arrived with { OccurredAt = Now.AddSeconds(1) },
        Arrived with { OccurredAt = OccurredAt.Now },
        Arrived with { OccurredAt = OccurredAt.Unknown },
        Arrived with { Location = null },
        Arrived with { Note = "left at the door" },
        Arrived with { Lines = [] },
        Arrived with { Lines = [Arrived.Lines[0], Arrived.Lines[1] with { Refused = 0 }] },
    };

    [Theory, MemberData(nameof(OtherBodies), DisableDiscoveryEnumeration = true)]
    public void Another_body_under_its_id_is_a_conflict(RecordMilestone other) =>
        Given(Released, ArrivedReported)
            .When(shipment => Shipment.Decide(shipment, other, Now)).ThenRefused(Refusal.Conflict);

    [Fact]
    public void An_omitted_time_is_now_and_equals_only_an_omitted_one()
    {
        var omitted = new RecordMilestone("M-1", MilestoneKind.Picked);
        Given(Released)
            .When(shipment => Shipment.Decide(shipment, omitted, Now))
            .Then(new MilestoneReported("M-1", MilestoneKind.Picked, Now, true, null, null, []))
            .When(shipment => Shipment.Decide(shipment, omitted, Now.AddDays(1))).ThenNothing()
            .When(shipment => Shipment.Decide(shipment, omitted with { OccurredAt = Now }, Now))
            .ThenRefused(Refusal.Conflict);
    }

    [Fact]
    public void An_unknown_time_equals_only_an_unknown_one() =>
        Given(Released, Reported("M-1", MilestoneKind.Picked, null))
            .When(shipment => Shipment.Decide(shipment, Report("M-1", MilestoneKind.Picked, null), Now)).ThenNothing()
            .When(shipment => Shipment.Decide(shipment, new RecordMilestone("M-1", MilestoneKind.Picked), Now))
            .ThenRefused(Refusal.Conflict);

    [Fact]
    public void Another_id_with_the_same_kind_is_recorded_and_has_no_effect()
    {
        var first = Reported("M-1", MilestoneKind.OutForDelivery, 3);
        var once = DetailsAfter(first);
        var twice = DetailsAfter(first, Reported("M-2", MilestoneKind.OutForDelivery, 3));

        twice.Milestones.Should().HaveCount(2);
        twice.Should().Be(once with { Milestones = twice.Milestones, Version = twice.Version });
    }

    [Fact]
    public void A_cancelled_shipment_takes_no_milestone_but_still_knows_its_own()
    {
        var picked = Report("M-1", MilestoneKind.Picked);
        Given(Released, Reported("M-1", MilestoneKind.Picked), new Cancelled("lost"))
            .When(shipment => Shipment.Decide(shipment, picked, Now)).ThenNothing()
            .When(shipment => Shipment.Decide(shipment, picked with { Id = "M-2" }, Now))
            .ThenRefused(Refusal.ShipmentCancelled);
    }

    [Fact]
    public void A_delivery_names_lines_of_the_shipment_and_no_more_units_than_they_carry() =>
        Given(Released)
            .When(shipment => Shipment.Decide(
                shipment,
                Arrived with
                {
                    Lines =
                    [
                        new DeliveredLine(3, 1), new DeliveredLine(1, 9, 1, 1), new DeliveredLine(1, 1),
                        new DeliveredLine(2, -1, 5, long.MaxValue),
                    ],
                },
                Now))
            .ThenFaulty(
                ("/lines/0/line", FaultCodes.UnknownLine),
                ("/lines/1/delivered", FaultCodes.OutOfRange),
                ("/lines/2/line", FaultCodes.Duplicate),
                ("/lines/3/delivered", FaultCodes.OutOfRange),
                ("/lines/3/damaged", FaultCodes.OutOfRange),
                ("/lines/3/refused", FaultCodes.OutOfRange));

    [Fact]
    public void Only_a_delivery_says_how_much_arrived() =>
        Given(Released)
            .When(shipment => Shipment.Decide(shipment, Arrived with { Kind = MilestoneKind.OutForDelivery }, Now))
            .ThenFaulty(("/lines", FaultCodes.Invalid));

    [Fact]
    public void A_shipment_takes_a_thousand_milestones()
    {
        var full = Enumerable.Range(1, 1000).Select(n => Reported($"M-{n}", MilestoneKind.ArrivedHub, n / 1000.0));
        Given([Released, .. full.Take(999)])
            .When(shipment => Shipment.Decide(shipment, Report("M-1000", MilestoneKind.ArrivedHub, 1), Now))
            .ThenAccepted()
            .When(shipment => Shipment.Decide(shipment, Report("M-1001", MilestoneKind.ArrivedHub, 1), Now))
            .ThenFaulty(("", FaultCodes.OutOfRange))
            .When(shipment => Shipment.Decide(shipment, Report("M-1", MilestoneKind.ArrivedHub, 0.001), Now))
            .ThenNothing();
    }
}
