using FluentAssertions;
using Xunit;

namespace SupplyChain.Demo;

public sealed class BadDayTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 16, 0, 0, 0, TimeSpan.Zero);

    private static readonly BadDays Days = new(new Seed(7));

    [Fact]
    public void A_warehouse_has_a_bad_day_now_and_then()
    {
        var days = Year().ToArray();
        days.Length.Should().BeInRange(80, 240);
        days.Should().OnlyContain(day =>
            day.Day.To - day.Day.From >= TimeSpan.FromHours(4) && day.Day.To - day.Day.From <= TimeSpan.FromHours(36));
    }

    [Fact]
    public void One_bad_day_is_over_before_the_next_begins()
    {
        foreach (var site in Year().GroupBy(day => day.Site))
        {
            var days = site.Select(day => day.Day).OrderBy(day => day.From).ToArray();
            days.Zip(days.Skip(1)).Should().NotContain(pair => pair.First.To >= pair.Second.From);
        }
    }

    [Fact]
    public void Nothing_is_done_until_a_bad_day_is_over()
    {
        var (site, day) = Year().First();
        Days.OpenFrom(site, day.From.AddHours(1)).Should().Be(day.To);
        Days.OpenFrom(site, day.From.AddMinutes(-1)).Should().Be(day.From.AddMinutes(-1));
        Days.OpenFrom(site, day.To).Should().Be(day.To);
    }

    private static IEnumerable<(WarehouseSite Site, BadDay Day)> Year() =>
        from site in Warehouses.All
        from day in Enumerable.Range(0, 365).Select(number => Days.Around(site, Monday.AddDays(number))).Distinct()
        where day is not null
        select (site, day);
}
