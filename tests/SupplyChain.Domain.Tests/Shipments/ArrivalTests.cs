using FluentAssertions;
using Xunit;
using static SupplyChain.Shipments.MilestoneKind;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

/// <summary>1,200 km by truck are two days on the road, after one of handling; it promises the fourth day.</summary>
public sealed class ArrivalTests : ShipmentRules
{
    [Fact]
    public void A_released_shipment_takes_a_day_of_handling_and_its_way() => Arrival().Should().Be(3);

    [Fact]
    public void A_dispatched_one_takes_its_way() => Arrival(Reported("M", Dispatched, 0.5)).Should().Be(2.5);

    [Fact]
    public void It_is_never_expected_before_the_last_thing_known_of_it() =>
        Arrival(Reported("M-1", Dispatched, 0), Reported("M-2", ArrivedHub, 6)).Should().Be(6);

    [Theory]
    [InlineData(1, 2)]       // the way would take until day 3, the last leg at most until the next day
    [InlineData(2.5, 3)]     // within a day of the estimate
    [InlineData(5, 5)]       // later than the estimate
    public void Out_for_delivery_it_arrives_that_day_or_the_next(double leaving, double arriving) =>
        Arrival(Reported("M", OutForDelivery, leaving)).Should().Be(arriving);

    [Fact]
    public void A_delivered_one_arrived_when_it_did()
    {
        var delivered = Now.AddDays(1).ToOffset(TimeSpan.FromHours(-5));
        var arrived = Reported("M", Delivered) with { OccurredAt = delivered };
        var eta = DetailsAfter(arrived, Reported("N", ArrivedHub, 3)).Eta;
        eta.Should().Be(new Eta(delivered, "Delivered."));
        eta.At!.Value.Offset.Should().Be(TimeSpan.FromHours(-5));
        DetailsAfter(Reported("M", Delivered, null)).Eta.At.Should().BeNull();
    }

    [Fact]
    public void Without_a_distance_nobody_knows() =>
        After(Released with { DistanceKm = null }).Details("SH-1")!.Eta.Should().Be(
            new Eta(null, "The distance to the ship-to is unknown."));

    [Fact]
    public void Without_a_release_date_nobody_knows_until_it_is_dispatched()
    {
        var undated = Released with { OccurredAt = null };
        After(undated).Details("SH-1")!.Eta.At.Should().BeNull();
        After(undated, Reported("M", Dispatched, 1)).Details("SH-1")!.Eta.At.Should().Be(Now.AddDays(3));
    }

    [Fact]
    public void The_estimate_says_where_it_comes_from() =>
        DetailsAfter(Reported("M", Dispatched)).Eta.Reason.Should().Be("Truck, 1200 km: 2 days from dispatch.");

    [Fact]
    public void A_cancelled_one_never_arrives() => DetailsAfter(new Cancelled("x")).Eta.At.Should().BeNull();

    [Theory]
    [InlineData(2, false)]      // arrives on the promised fourth day
    [InlineData(2.7, true)]     // 09:00 and most of a day: the fifth
    public void It_is_at_risk_when_expected_after_its_promised_date(double dispatched, bool atRisk) =>
        After(Released, Reported("M", Dispatched, dispatched)).IsAtRisk().Should().Be(atRisk);

    [Fact]
    public void It_is_late_when_its_promised_date_is_over()
    {
        After(Released).IsLate(new(2026, 3, 6)).Should().BeFalse();
        After(Released).IsLate(new(2026, 3, 7)).Should().BeTrue();
    }

    [Fact]
    public void What_was_delivered_or_cancelled_is_neither()
    {
        foreach (var end in new ShipmentEvent[] { Reported("M", Delivered, 30), new Cancelled("x") })
        {
            After(Released, end).IsLate(new(2027, 1, 1)).Should().BeFalse();
            After(Released, end).IsAtRisk().Should().BeFalse();
        }
    }

    [Fact]
    public void Without_a_promise_it_is_neither()
    {
        var lines = Released.Lines.Select(line => line with { Scheduled = null }).ToItems();
        var free = After(Released with { Lines = lines }, Reported("M", Dispatched, 30));
        free.IsLate(new(2027, 1, 1)).Should().BeFalse();
        free.IsAtRisk().Should().BeFalse();
    }

    private static double? Arrival(params ShipmentEvent[] history) => (DetailsAfter(history).Eta.At - Now)?.TotalDays;
}
