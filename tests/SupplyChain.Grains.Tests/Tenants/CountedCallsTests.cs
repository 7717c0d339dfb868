using FluentAssertions;
using Xunit;

namespace SupplyChain.Tenants;

public sealed class CountedCallsTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Fact]
    public void Silos_add_up() =>
        Counted(("a", Today, 3), ("b", Today, 4)).Days.Should().Equal(new DayCalls(Today, 7));

    [Fact]
    public void A_silo_counts_upwards_and_what_it_said_twice_or_late_changes_nothing() =>
        Counted(("a", Today, 3), ("a", Today, 9), ("a", Today, 9), ("a", Today, 4)).Days
            .Should().Equal(new DayCalls(Today, 9));

    [Fact]
    public void A_silo_that_was_started_again_counts_beside_its_former_self() =>
        Counted(("a", Today, 9), ("a again", Today, 1)).Days.Should().Equal(new DayCalls(Today, 10));

    [Fact]
    public void What_is_told_after_midnight_still_counts_for_the_day_before()
    {
        var yesterday = Counted(("a", Today, 5));

        var today = yesterday.With(
            new("a", [new(Today, 8), new(Today.AddDays(1), 2)]), Today.AddDays(1));

        today.Days.Should().Equal(new DayCalls(Today, 8), new DayCalls(Today.AddDays(1), 2));
    }

    [Fact]
    public void Days_before_yesterday_are_settled_and_change_no_more()
    {
        var later = Counted(("a", Today, 5), ("b", Today, 6))
            .With(new("a", [new(Today.AddDays(2), 1)]), Today.AddDays(2));

        later.Shares.Should().ContainSingle();
        later.With(new("a", [new(Today, 90)]), Today.AddDays(2)).Days
            .Should().Equal(new DayCalls(Today, 11), new DayCalls(Today.AddDays(2), 1));
    }

    [Fact]
    public void No_more_days_are_remembered_than_can_be_asked_for()
    {
        var counted = new CountedCalls();
        for (var day = 0; day < 2 * CountedCalls.MaxDays; day++)
            counted = counted.With(new("a", [new(Today.AddDays(day), 1)]), Today.AddDays(day));

        counted.Days.Should().HaveCountLessThanOrEqualTo(CountedCalls.MaxDays + 2)
            .And.HaveCountGreaterThanOrEqualTo(CountedCalls.MaxDays).And.BeInAscendingOrder(day => day.Day);
    }

    private static CountedCalls Counted(params (string Silo, DateOnly Day, long Calls)[] reports) => reports.Aggregate(
        new CountedCalls(), (counted, report) =>
            counted.With(new(report.Silo, [new(report.Day, report.Calls)]), Today));
}
