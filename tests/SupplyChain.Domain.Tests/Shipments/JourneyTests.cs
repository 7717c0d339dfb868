using CsCheck;
using FluentAssertions;
using Xunit;
using static SupplyChain.Shipments.MilestoneKind;

namespace SupplyChain.Shipments;

public sealed class JourneyTests : ShipmentRules
{
    [Fact]
    public void A_released_shipment_is_planned() => DetailsAfter().Status.Should().Be(ShipmentStatus.Planned);

    [Theory]
    [InlineData(Picked, ShipmentStatus.Picked)]
    [InlineData(Packed, ShipmentStatus.Packed)]
    [InlineData(Dispatched, ShipmentStatus.Dispatched)]
    [InlineData(ArrivedHub, ShipmentStatus.InTransit)]
    [InlineData(DepartedHub, ShipmentStatus.InTransit)]
    [InlineData(OutForDelivery, ShipmentStatus.OutForDelivery)]
    [InlineData(Delivered, ShipmentStatus.Delivered)]
    [InlineData(MilestoneKind.Exception, ShipmentStatus.Planned)]
    public void A_milestone_implies_the_lower_ones(MilestoneKind kind, ShipmentStatus status) =>
        DetailsAfter(Reported("M", kind)).Status.Should().Be(status);

    [Fact]
    public void A_late_report_of_an_early_milestone_does_not_turn_back() =>
        DetailsAfter(Reported("M-1", OutForDelivery, 2), Reported("M-2", Picked, 0)).Status
            .Should().Be(ShipmentStatus.OutForDelivery);

    [Fact]
    public void It_left_with_the_earliest_dispatch_and_arrived_with_the_earliest_delivery()
    {
        var progress = After(
            Released, Reported("M-1", Delivered, 5), Reported("M-2", Delivered, 4), Reported("M-3", Dispatched, 2),
            Reported("M-4", Dispatched, 1), Reported("M-5", Dispatched, null)).Progress()!;

        progress.DispatchedAt.Should().Be(Now.AddDays(1));
        progress.DeliveredAt.Should().Be(Now.AddDays(4));
    }

    [Fact]
    public void A_delivery_implies_the_dispatch_but_does_not_date_it() =>
        After(Released, Reported("M", Delivered, 5)).Progress()!.DispatchedAt.Should().BeNull();

    [Fact]
    public void A_delivery_counts_by_its_date_in_the_offset_given()
    {
        var lateInTokyo = new DateTimeOffset(2026, 3, 6, 0, 30, 0, TimeSpan.FromHours(9));
        After(Released, Reported("M", Delivered) with { OccurredAt = lateInTokyo }).DeliveredOn()
            .Should().Be(new DateOnly(2026, 3, 6));
        After(Released, Reported("M", Delivered) with { OccurredAt = lateInTokyo.ToUniversalTime() }).DeliveredOn()
            .Should().Be(new DateOnly(2026, 3, 5));
    }

    [Fact]
    public void An_exception_says_what_and_since_when()
    {
        DetailsAfter(Trouble("M", 1, "customs hold")).Exception.Should().Be(
            new ShipmentExceptionDetails("customs hold", Now.AddDays(1)));
        DetailsAfter(Trouble("M", null)).Exception.Should().Be(new ShipmentExceptionDetails("exception", null));
    }

    [Theory]
    [InlineData(DepartedHub, 4, true)]      // same rank as before the exception
    [InlineData(Packed, 4, true)]           // lower
    [InlineData(OutForDelivery, 4, false)]  // higher
    [InlineData(OutForDelivery, 2, true)]   // higher, but it happened before the exception
    public void It_is_over_once_the_shipment_gets_further_than_before(MilestoneKind kind, double days, bool stays)
    {
        var details = DetailsAfter(Reported("M-1", ArrivedHub, 1), Trouble("M-2", 3), Reported("M-3", kind, days));
        (details.Exception is not null).Should().Be(stays);
    }

    [Fact]
    public void A_failed_attempt_ends_with_the_next_one()
    {
        ShipmentEvent[] failed = [Reported("M-1", OutForDelivery, 1), Trouble("M-2", 2, "nobody at home")];
        DetailsAfter(failed).Exception.Should().NotBeNull();
        DetailsAfter([.. failed, Reported("M-3", OutForDelivery, 3)]).Exception.Should().BeNull();
    }

    [Fact]
    public void A_new_exception_takes_the_place_of_an_open_one() =>
        DetailsAfter(Trouble("M-1", 1, "strike"), Trouble("M-2", 2, "storm")).Exception.Should().Be(
            new ShipmentExceptionDetails("storm", Now.AddDays(2)));

    [Fact]
    public void An_exception_at_the_instant_of_a_milestone_comes_after_it() =>
        DetailsAfter(Trouble("A", 1, "seal broken"), Reported("B", Dispatched, 1)).Exception.Should().NotBeNull();

    [Fact]
    public void Milestones_shuffled_and_repeated_end_in_the_same_shipment()
    {
        var milestones = Gen.Select(
            Gen.Enum<MilestoneKind>(),
            Gen.Int[0, 5].Select(days => days == 5 ? null : (double?)days),
            Gen.Long[0, 5],
            Gen.Int[0, 2].Select(note => new[] { null, "storm", "strike" }[note]),
            (kind, days, units, note) => (kind, days, units, note)).Array[0, 12];
        var stories = from facts in milestones
                      let commands = facts.Select((fact, n) => Report($"M-{n}", fact.kind, fact.days) with
                      {
                          Note = fact.note,
                          Lines = fact.kind == Delivered && fact.units > 0 ? [new DeliveredLine(1, fact.units, 1)] : [],
                      }).ToArray()
                      from shuffled in Gen.Shuffle(commands.Concat(commands).ToArray())
                      select (commands, shuffled);

        stories.Sample(story =>
        {
            var (inOrder, shuffled) = (Tell(story.commands), Tell(story.shuffled));
            shuffled.Details("SH-1").Should().Be(inOrder.Details("SH-1"));
            shuffled.Progress().Should().Be(inOrder.Progress());
            shuffled.Summary("SH-1", default).Should().Be(inOrder.Summary("SH-1", default));
            (shuffled.IsAtRisk(), shuffled.IsLate(new(2026, 3, 7))).Should().Be(
                (inOrder.IsAtRisk(), inOrder.IsLate(new(2026, 3, 7))));
        });
    }

    [Fact]
    public void Of_two_reports_of_one_instant_the_lower_id_speaks_first()
    {
        KnownMilestone[] both =
        [
            new("A", Delivered, Now, Now, null, null, [new ArrivedUnits(1, 1)]),
            new("B", Delivered, Now, Now, null, null, []),
        ];
        new ShipmentJourney(both).Deliveries.Should().Equal(both);
        new ShipmentJourney(both.Reverse()).Deliveries.Should().Equal(both);
    }

    /// <summary>As the actor does it: goods leave as soon as a milestone says so.</summary>
    private static Shipment Tell(IEnumerable<RecordMilestone> commands)
    {
        var (scene, issues) = (Given(Released), 0);
        foreach (var command in commands)
        {
            scene = scene.When(shipment => Shipment.Decide(shipment, command, Now)).ThenAccepted().Scene;
            var outcome = scene.When(shipment => Shipment.DecideIssued(shipment, Gone.Lines));
            issues += outcome.Decision.Count;
            scene = outcome.Scene;
        }
        issues.Should().Be(scene.State.Status() >= ShipmentStatus.Dispatched ? 1 : 0, "goods leave exactly once");
        return scene.State;
    }
}
