using FluentAssertions;
using Xunit;

namespace SupplyChain.Network;

public sealed class GeographyTests
{
    private const double HalfCircumferenceKm = Math.PI * GreatCircle.EarthRadiusKm;

    [Theory]
    [InlineData(48.8566, 2.3522, 40.7128, -74.0060, 5837)]     // Paris – New York
    [InlineData(51.5074, -0.1278, -33.8688, 151.2093, 16994)]  // London – Sydney
    [InlineData(35.6762, 139.6503, 37.7749, -122.4194, 8270)]  // Tokyo – San Francisco, over the date line
    public void Distances_agree_with_published_ones(double lat1, double lon1, double lat2, double lon2, double km) =>
        GreatCircle.DistanceKm(new(lat1, lon1), new(lat2, lon2)).Should().BeApproximately(km, km * 0.003);

    [Fact]
    public void The_way_over_the_antimeridian_is_the_short_one() =>
        GreatCircle.DistanceKm(new(0, 179.5), new(0, -179.5)).Should().BeApproximately(HalfCircumferenceKm / 180, 1e-6);

    [Fact]
    public void All_longitudes_meet_at_a_pole() =>
        GreatCircle.DistanceKm(new(90, -120), new(90, 60)).Should().BeApproximately(0, 1e-6);

    [Fact]
    public void From_pole_to_pole_is_half_the_circumference() =>
        GreatCircle.DistanceKm(new(90, 0), new(-90, 77)).Should().BeApproximately(HalfCircumferenceKm, 1e-6);

    [Fact]
    public void Antipodes_have_a_distance() =>
        GreatCircle.DistanceKm(new(12.3, 45.6), new(-12.3, -134.4)).Should().BeApproximately(HalfCircumferenceKm, 1e-3);

    [Theory]
    [InlineData(90, 180, true)]
    [InlineData(-90, -180, true)]
    [InlineData(90.001, 0, false)]
    [InlineData(0, -180.001, false)]
    [InlineData(double.NaN, 0, false)]
    [InlineData(0, double.PositiveInfinity, false)]
    public void A_point_lies_on_earth(double latitude, double longitude, bool valid) =>
        GeoPoint.TryCreate(latitude, longitude, out _).Should().Be(valid);

    [Theory]
    [InlineData("DE", 52.52, 13.40)]
    [InlineData("FJ", -18.14, 178.44)]
    [InlineData("US", 38.90, -77.04)]
    [InlineData("ZA", -25.75, 28.19)]
    public void A_country_has_a_reference_point(string country, double latitude, double longitude)
    {
        CountryReferencePoints.TryGet(country, out var point).Should().BeTrue();
        GreatCircle.DistanceKm(point, new(latitude, longitude)).Should().BeLessThan(25);
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("de")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_country(string? country) =>
        CountryReferencePoints.TryGet(country, out _).Should().BeFalse();

    [Fact]
    public void All_countries_of_the_standard_are_there() => CountryReferencePoints.Count.Should().Be(249);
}
