using SupplyChain.Operations;

namespace SupplyChain.Journal.ReadModels;

public sealed class KpiPeriodTests
{
    private static readonly DateOnly First = new(2023, 11, 28);

    /// <summary>Every day of the period is in it once, and every other day in all not at all.</summary>
    [Fact]
    public void Parts_of_any_period_are_its_days()
    {
        for (var from = First; from < First.AddDays(460); from = from.AddDays(1))
        {
            for (var days = 0; days < 830; days += 1 + days / 40)
            {
                var to = from.AddDays(days);
                var parts = KpiPeriod.Parts(from, to).ToArray();

                Times(parts, from.AddDays(-1)).Should().Be(0);
                Times(parts, from).Should().Be(days == 0 ? 0 : 1);
                Times(parts, to.AddDays(-1)).Should().Be(days == 0 ? 0 : 1);
                Times(parts, to).Should().Be(0);
                Times(parts, from.AddDays(days / 2)).Should().Be(days == 0 ? 0 : 1);
                parts.Where(part => part.Span == KpiSpan.Day).Sum(part => part.To - part.From)
                    .Should().BeLessThanOrEqualTo(31);
            }
        }
    }

    [Fact]
    public void The_first_and_the_last_day_of_all_are_days_like_others()
    {
        var all = KpiPeriod.Parts(DateOnly.MinValue, DateOnly.MaxValue).ToArray();

        Times(all, DateOnly.MinValue).Should().Be(1);
        Times(all, DateOnly.MaxValue.AddDays(-1)).Should().Be(1);
        Times(all, DateOnly.MaxValue).Should().Be(0, "it ends before its last day");
    }

    [Fact]
    public void A_calendar_year_is_one_part() => KpiPeriod.Parts(new(2026, 1, 1), new(2027, 1, 1))
        .Should().Equal(new KpiPeriod.Part(KpiSpan.Year, 2026, 2027, 1));

    private static int Times(KpiPeriod.Part[] parts, DateOnly day) => parts.Sum(part =>
    {
        var start = part.Span switch
        {
            KpiSpan.Year => day.Year,
            KpiSpan.Month => KpiPeriod.Month(day),
            _ => day.DayNumber,
        };
        return part.From <= start && start < part.To ? part.Times : 0;
    });
}
