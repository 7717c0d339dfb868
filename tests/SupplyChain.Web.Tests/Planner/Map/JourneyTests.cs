namespace SupplyChain.Planner.Map;

/// <summary>Where a shipment is between reports.</summary>
public sealed class JourneyTests
{
    private static readonly GeoPoint Toronto = new(-79.4, 43.7);
    private static readonly GeoPoint London = new(-0.1, 51.5);
    private static readonly DateTimeOffset Left = new(2026, 8, 3, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Arrives = Left.AddHours(10);

    [Fact]
    public void Half_the_time_is_half_the_way_along_the_great_circle()
    {
        var there = new Journey(Toronto, London, Left, Arrives).At(Left.AddHours(5));

        // By the half-way formula of spherical geometry: well north of both.
        there.Latitude.Should().BeApproximately(54.84, 0.02);
        there.Longitude.Should().BeApproximately(-43.29, 0.02);
    }

    [Fact]
    public void It_begins_and_ends_where_it_says()
    {
        var journey = new Journey(Toronto, London, Left, Arrives);

        Distance(journey.At(Left), Toronto).Should().BeLessThan(1e-6);
        Distance(journey.At(Left.AddHours(-1)), Toronto).Should().BeLessThan(1e-6);
        journey.At(Arrives).Should().Be(London);
        journey.At(Arrives.AddDays(3)).Should().Be(London);
    }

    [Fact]
    public void What_nobody_expects_or_saw_leave_is_where_it_began()
    {
        new Journey(Toronto, London, null, Arrives).At(Arrives.AddDays(1)).Should().Be(Toronto);
        new Journey(Toronto, London, Left, null).At(Arrives).Should().Be(Toronto);
    }

    [Fact]
    public void An_arrival_before_the_departure_moves_nothing_before_it_has_left()
    {
        var journey = new Journey(Toronto, London, Left, Left.AddDays(-1));

        journey.At(Left.AddHours(-1)).Should().Be(Toronto);
        journey.At(Left.AddHours(1)).Should().Be(London);
    }

    [Fact]
    public void The_way_over_the_Pacific_crosses_the_date_line()
    {
        var tokyo = new GeoPoint(139.7, 35.7);
        var seattle = new GeoPoint(-122.3, 47.6);

        Math.Abs(tokyo.Towards(seattle, 0.5).Longitude).Should().BeGreaterThan(160);
    }

    [Fact]
    public void Between_opposite_places_and_within_one_place_there_is_no_way_to_choose()
    {
        var here = new GeoPoint(10, 20);

        here.Towards(here, 0.5).Should().Be(here);
        here.Towards(new GeoPoint(-170, -20), 0.25).Should().Be(here);
    }

    private static double Distance(GeoPoint one, GeoPoint other) =>
        Math.Abs(one.Longitude - other.Longitude) + Math.Abs(one.Latitude - other.Latitude);
}
