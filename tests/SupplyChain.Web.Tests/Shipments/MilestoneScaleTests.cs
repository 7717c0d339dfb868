using FluentAssertions;
using Xunit;

namespace SupplyChain.Shipments;

public sealed class MilestoneScaleTests
{
    private static readonly DateTimeOffset Morning = new(2026, 8, 3, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_report_that_was_learned_after_one_of_something_later_came_out_of_order()
    {
        var scale = Scale(Report("hub", 1, 9), Report("left", 2, 3), Report("van", 4, 5));

        scale.OutOfOrder.Should().Equal(new MilestoneId("hub"));
        scale.IsSplit.Should().BeFalse();
    }

    [Fact]
    public void A_report_that_took_more_than_four_hours_came_late()
    {
        var (quick, slow) = (Report("quick", 1, 4), Report("slow", 2, 7));
        var scale = Scale(quick, slow);

        scale.OutOfOrder.Should().BeEmpty();
        (scale.IsLate(quick), scale.IsLate(slow)).Should().Be((false, true));
    }

    [Fact]
    public void What_was_all_learned_long_after_has_a_scale_of_its_own_and_none_of_it_is_late()
    {
        var (first, last) = (Report("first", 0, 900), Report("last", 30, 901));
        var scale = Scale(first, last);

        scale.IsSplit.Should().BeTrue();
        scale.IsLate(first).Should().BeFalse();
        scale.Happened(last.OccurredAt!.Value).Should().BeInRange(0.9, 1);
        scale.Learned(first.RecordedAt).Should().BeInRange(0, 0.1);
    }

    [Fact]
    public void One_report_alone_has_a_place_on_both_lines()
    {
        var one = Report("one", 1, 1);
        var scale = Scale(one);

        scale.Happened(one.OccurredAt!.Value).Should().BeInRange(0, 1);
        scale.Learned(one.RecordedAt).Should().Be(scale.Happened(one.OccurredAt!.Value));
        scale.LearnedTicks.Should().OnlyContain(tick => tick.At >= 0 && tick.At <= 1);
    }

    private static MilestoneScale Scale(params Milestone[] milestones) => new(milestones, null, TimeZoneInfo.Utc);

    private static Milestone Report(string id, double happened, double learned) => new(
        id, MilestoneKind.ArrivedHub, Morning.AddHours(happened), Morning.AddHours(learned), null, null, []);
}
