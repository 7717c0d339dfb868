using FluentAssertions;
using Xunit;
using static SupplyChain.Operations.ExceptionWorkEvent;

namespace SupplyChain.Operations;

public sealed class ExceptionWorkTests : RuleBook<ExceptionWork, ExceptionWorkEvent>
{
    private static readonly DateTimeOffset Began = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Began.AddHours(4);
    private static readonly ExceptionEntry Entry = new(
        "Late/order/O-1", ExceptionKind.Late, ExceptionStatus.Open, "order/O-1", Began, 4, "", "");

    [Fact]
    public void Somebody_takes_it() =>
        Given()
            .When(work => ExceptionWork.Decide(work, new AttendException(Owner: "planning"), Began))
            .Then(new Owned("planning"))
            .Leaving(work => work.On(Entry, Began).Should().Be(Entry with { Owner = "planning", Version = 2 }));

    [Fact]
    public void Taking_it_again_changes_nothing() =>
        Given(new Owned("planning"))
            .When(work => ExceptionWork.Decide(work, new AttendException(Owner: "planning"), Began))
            .ThenNothing();

    [Fact]
    public void Several_things_can_be_done_at_once_and_what_is_not_named_stays() =>
        Given(new Owned("planning"))
            .When(work => ExceptionWork.Decide(
                work, new AttendException(SnoozedUntil: Later, Note: "carrier called"), Began))
            .Then(new Noted("carrier called"), new Snoozed(Later, Began))
            .Leaving(work => work.Owner.Should().Be("planning"));

    [Fact]
    public void What_is_snoozed_wakes_by_itself() =>
        Given(new Snoozed(Later, Began)).State.On(Entry, Later).SnoozedUntil.Should().BeNull();

    [Fact]
    public void What_is_resolved_by_hand_stays_so_for_as_long_as_its_cause_lasts()
    {
        var work = Given(new Resolved("customer agreed", Began)).State;

        work.On(Entry, Later).Should().Be(
            Entry with { Status = ExceptionStatus.Resolved, Resolution = "customer agreed", Version = 2 });
    }

    [Fact]
    public void It_opens_again_when_its_cause_begins_anew_and_keeps_its_owner()
    {
        var again = Entry with { Since = Began.AddDays(1) };
        var work = Given(
            new Owned("planning"), new Resolved("customer agreed", Began), new Snoozed(Later.AddDays(9), Began)).State;

        work.On(again, again.Since).Should().Be(again with { Owner = "planning", Version = 4 });
    }

    [Fact]
    public void A_resolution_by_mistake_is_taken_back() =>
        Given(new Resolved("customer agreed", Began))
            .When(work => ExceptionWork.Decide(work, new AttendException(Status: ExceptionStatus.Open), Began))
            .Then(new Reopened())
            .Leaving(work => work.On(
                Entry with { Status = ExceptionStatus.Resolved, Resolution = "customer agreed" }, Began)
                .Status.Should().Be(ExceptionStatus.Open));

    [Fact]
    public void Owner_note_and_snooze_can_be_taken_away() =>
        Given(new Owned("planning"), new Noted("a"), new Snoozed(Later, Began))
            .When(work => ExceptionWork.Decide(
                work, new AttendException(ClearOwner: true, ClearNote: true, ClearSnooze: true), Began))
            .Then(new Owned(null), new Noted(null), new Woken())
            .Leaving(work => work.On(Entry, Began).Should().Be(Entry with { Version = 7 }));
}
