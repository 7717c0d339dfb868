using FluentAssertions;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Demo;

public sealed class OrderBookTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 16, 0, 0, 0, TimeSpan.Zero);

    private static readonly OrderBook Book = Of(7);

    [Fact]
    public void The_same_seed_plans_the_same_day() => Day(Of(7)).Should().Equal(Day(Book));

    [Fact]
    public void Another_seed_plans_another_day() => Day(Of(8)).Should().NotEqual(Day(Book));

    [Fact]
    public void A_year_of_arrivals_has_the_intended_rate()
    {
        var perHour = Enumerable.Range(0, 365 * 24)
            .Select(hour => Book.Arrivals(Monday.AddHours(hour)).Count).ToArray();
        perHour.Average().Should().BeInRange(3.8, 4.2);
        perHour.Max().Should().BeLessThan(25);
    }

    [Fact]
    public void Every_order_is_sound_arrives_within_its_hour_and_has_its_own_number()
    {
        var numbers = new HashSet<OrderId>();
        for (var hour = Monday; hour < Monday.AddDays(3); hour = hour.AddHours(1))
        {
            var arrivals = Book.Arrivals(hour);
            arrivals.Should().BeInAscendingOrder(arrival => arrival.At);
            foreach (var arrival in arrivals)
            {
                numbers.Add(arrival.Number).Should().BeTrue();
                arrival.At.Should().BeOnOrAfter(hour).And.BeBefore(hour.AddHours(1));
                arrival.Order.Validate(arrival.At).Should().BeEmpty();
            }
        }
    }

    [Fact]
    public void An_order_has_two_lines_in_the_mean()
    {
        var lines = Enumerable.Range(0, 60 * 24)
            .SelectMany(hour => Book.Arrivals(Monday.AddHours(hour))).Average(arrival => arrival.Order.Lines.Count);
        lines.Should().BeApproximately(OrderBook.MeanLines, 0.2);
    }

    [Fact]
    public void Customers_order_by_day_rather_than_by_night()
    {
        var hours = Enumerable.Range(0, 60 * 24).SelectMany(hour => Book.Arrivals(Monday.AddHours(hour)))
            .Select(arrival => arrival.At.Hour).ToArray();
        hours.Count(hour => hour is >= 8 and < 18).Should().BeGreaterThan(hours.Length * 7 / 10);
    }

    [Fact]
    public void The_desk_means_the_same_with_an_order_whenever_it_is_asked()
    {
        var intents = Day(Book).Select(arrival => OrderIntent.Of(new Seed(7), arrival.Number, arrival.At)).ToArray();
        intents.Should().Equal(Day(Book).Select(arrival => OrderIntent.Of(new Seed(7), arrival.Number, arrival.At)));
        intents.Should().Contain(intent => intent.ChangeAt != null);
    }

    private static OrderBook Of(ulong seed) => new(new Seed(seed), new ProductCatalogue(new Seed(seed)), 4);

    private static Arrival[] Day(OrderBook book) =>
        [.. Enumerable.Range(0, 24).SelectMany(hour => book.Arrivals(Monday.AddHours(hour)))];
}
