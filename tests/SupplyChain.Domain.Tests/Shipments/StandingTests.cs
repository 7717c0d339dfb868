using FluentAssertions;
using Xunit;
using static SupplyChain.Shipments.MilestoneKind;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

/// <summary>Promised for the fourth day; two days on the road, after one of handling.</summary>
public sealed class StandingTests : ShipmentRules
{
    private static readonly DateOnly Promised = new(2026, 3, 6);

    [Theory]
    [InlineData(2, ShipmentStanding.OnTime)]
    [InlineData(2.7, ShipmentStanding.AtRisk)]
    public void While_its_promise_is_not_over_the_expectation_decides(double dispatched, ShipmentStanding standing) =>
        On(Promised, Reported("M", Dispatched, dispatched)).Should().Be(standing);

    [Theory]
    [InlineData(2)]
    [InlineData(2.7)]
    public void Then_it_is_late_whatever_is_expected(double dispatched) =>
        On(Promised.AddDays(1), Reported("M", Dispatched, dispatched)).Should().Be(ShipmentStanding.Late);

    [Theory]
    [InlineData(4, ShipmentStanding.OnTime)]
    [InlineData(5, ShipmentStanding.Late)]
    public void Once_it_has_arrived_the_day_it_did_decides_for_good(double arrived, ShipmentStanding standing)
    {
        foreach (var today in new[] { Promised, Promised.AddDays(300) })
        {
            On(today, Reported("M", Delivered, arrived)).Should().Be(standing);
        }
    }

    [Fact]
    public void While_units_are_missing_it_is_judged_as_if_it_were_under_way()
    {
        var part = Reported("M", Delivered, 1, new ArrivedUnits(1, 3));
        On(Promised, part).Should().Be(ShipmentStanding.OnTime);
        On(Promised.AddDays(1), part).Should().Be(ShipmentStanding.Late);
    }

    [Fact]
    public void Nobody_knows_how_it_stands_without_a_promise_or_an_arrival()
    {
        var lines = Released.Lines.Select(line => line with { Scheduled = null }).ToItems();
        After(Released with { Lines = lines }).Standing(Promised.AddDays(9)).Should().Be(ShipmentStanding.Unknown);
        After(Released with { DistanceKm = null }).Standing(Promised).Should().Be(ShipmentStanding.Unknown);
        On(Promised, Reported("M", Delivered, null)).Should().Be(ShipmentStanding.Unknown);
    }

    [Fact]
    public void A_cancelled_one_stands_nowhere() => On(Promised, new Cancelled("x")).Should().BeNull();

    [Fact]
    public void The_last_report_is_the_one_that_happened_last_not_the_one_learned_last()
    {
        LastReport(Reported("M-1", ArrivedHub, 2), Reported("M-2", Dispatched, 1), Reported("M-3", DepartedHub, null))
            .Should().Match<ShipmentReport>(last => last.Kind == ArrivedHub && last.At == Now.AddDays(2));
        LastReport(Reported("M", Picked, null))!.At.Should().BeNull();
        LastReport().Should().BeNull();
    }

    private static ShipmentStanding? On(DateOnly today, params ShipmentEvent[] history) =>
        After([Released, .. history]).Standing(today);

    private static ShipmentReport? LastReport(params ShipmentEvent[] history) =>
        After([Released, .. history]).Summary("SH-1", Promised)!.LastReport;
}
