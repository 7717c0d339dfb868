using FluentAssertions;
using Xunit;

namespace SupplyChain.Network;

public sealed class TransportModeTests
{
    [Theory]
    [InlineData(0, "Truck", 1)]
    [InlineData(600, "Truck", 2)]
    [InlineData(600.1, "Truck", 3)]
    [InlineData(1500, "Truck", 4)]
    [InlineData(1500.1, "Air", 4)]
    [InlineData(5000, "Air", 4)]
    [InlineData(5001, "Air", 5)]
    public void Goods_without_a_mode_go_by_truck_as_far_as_1500_km_and_by_air_beyond(double km, string mode, int days)
    {
        var chosen = TransportMode.For(null, km);

        chosen.Name.Should().Be(mode);
        chosen.TransitDays(km).Should().Be(days);
    }

    [Theory]
    [InlineData("Ocean", 7000, 11, 140)]
    [InlineData("Rail", 8000, 11, 400)]
    [InlineData("Truck", 3000, 6, 450)]
    [InlineData("Air", 1000, 4, 800)]
    [InlineData("Air Charter", 1000, 4, 800)]
    [InlineData(" ocean ", 7000, 11, 140)]
    public void A_mode_has_its_own_speed_and_rate(string text, double km, int days, decimal usdPerTonne)
    {
        var mode = TransportMode.For(text, km);

        mode.Name.Should().Be(text);
        mode.TransitDays(km).Should().Be(days);
        mode.CostUsd(km, 1000).Should().Be(usdPerTonne);
    }

    [Fact]
    public void A_mode_nobody_knows_keeps_its_name_and_travels_as_the_distance_says() =>
        TransportMode.For("Camel", 300).Should().Be(TransportMode.For(null, 300) with { Name = "Camel" });
}
