using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>How the control tower says where a shipment stands.</summary>
public sealed class TowerWordsTests
{
    private static readonly DateOnly Promise = new(2026, 8, 6);
    private static readonly DateTimeOffset Arrival = new(2026, 8, 8, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_expected_after_its_promise_says_how_many_days_after()
    {
        var shipment = Shipment(ShipmentStanding.AtRisk, Arrival);

        TowerWords.Standing(shipment, Promise).Should().Be(new Look("2 days after", "pr-atrisk", "warn"));
        TowerWords.Verdict(shipment, Promise).Should().Be("2 days after promise");
    }

    [Theory]
    [InlineData(7, "2 days late")]
    [InlineData(8, "2 days late")]
    [InlineData(12, "6 days late")]
    public void What_is_late_is_late_until_the_day_it_is_expected_or_today_whichever_is_later(int today, string word) =>
        TowerWords.Standing(Shipment(ShipmentStanding.Late, Arrival), new DateOnly(2026, 8, today))
            .Word.Should().Be(word);

    [Fact]
    public void What_nobody_knows_is_said_to_be_unknown()
    {
        TowerWords.Standing(Shipment(ShipmentStanding.Unknown, null), Promise).Word.Should().Be("unknown");
        TowerWords.Standing(Shipment(ShipmentStanding.Unknown, Arrival) with { Promise = null }, Promise)
            .Word.Should().Be("no promise");
    }

    [Fact]
    public void What_met_with_something_says_so_whatever_its_dates_are() =>
        TowerWords.Standing(
                Shipment(ShipmentStanding.OnTime, Arrival) with { Exception = new("DAMAGED", null) }, Promise)
            .Should().Be(new Look("Damaged", "pr-exception", "bad"));

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(34, "34 min")]
    [InlineData(125, "2 h 05")]
    [InlineData(2_900, "2 days")]
    public void A_report_says_how_old_it_is(int minutes, string age) =>
        TowerWords.Since(TimeSpan.FromMinutes(minutes)).Should().Be(age);

    private static ShipmentSummary Shipment(ShipmentStanding standing, DateTimeOffset? eta) => new(
        "SH-1", "SO-1", "HAM", "AIR", null, null, ShipmentStatus.InTransit, null, new Eta(eta, ""), Promise, 3,
        Standing: standing);
}
