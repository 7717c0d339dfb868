using FluentAssertions;
using Xunit;

namespace SupplyChain.Demo;

public sealed class ExceptionalDayTests
{
    // What the demo world plays in its first ten minutes: an hour a second.
    private const int TenMinutes = 600;

    private static readonly DateTimeOffset Monday = new(2026, 3, 16, 0, 0, 0, TimeSpan.Zero);
    private static readonly Seed Seed = new(20260301);
    private static readonly ProductCatalogue Catalogue = new(Seed);
    private static readonly OrderBook Book = new(Seed, Catalogue, 4);
    private static readonly BadDays Days = new(Seed);

    private static readonly LoyalCustomers Loyal =
        new(Seed, Book, Days, new Assortment(Seed, Catalogue, 192), null!);

    private static readonly HardDays Hard =
        new(Seed, Book, Days, new Assortment(Seed, Catalogue, 192), null!, null!, null!);

    private static readonly BranchFiles Files = new(Seed, Book, Catalogue, null!, null!, TimeProvider.System);

    [Fact]
    public void Somebody_insists_on_a_warehouse_shortly_before_it_closes()
    {
        var orders = Hours(4 * TenMinutes).SelectMany(Loyal.During).ToArray();

        orders.Should().NotBeEmpty();
        orders.Should().OnlyContain(errand => ClosesWithinAnHour(errand));
    }

    [Fact]
    public void Whenever_it_begins_its_first_ten_minutes_have_a_hard_day_and_a_file_with_a_faulty_row()
    {
        for (var day = 0; day < 366; day++)
        {
            var begins = Monday.AddDays(day).AddHours(day % 24);
            var hours = Enumerable.Range(0, TenMinutes).Select(hour => begins.AddHours(hour)).ToArray();

            var hard = hours.SelectMany(Hard.During).ToArray();
            hard.Length.Should().BeGreaterThanOrEqualTo(3, "it closes, goods spoil, it opens");
            hours.Where(hour => Files.During(hour).Any()).Any(HasFaultyRow).Should().BeTrue();
        }
    }

    private static bool HasFaultyRow(DateTimeOffset hour) =>
        Files.Write(hour, Seed.For("file", moment: LocalTime.HourOf(hour))).Text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Any(row => Catalogue.Find(row.Split(';')[5]) is null);

    private static bool ClosesWithinAnHour(Errand errand) => Warehouses.All.Any(site =>
        Days.Around(site, errand.At.AddHours(1)) is { } day
        && day.From > errand.At && day.From <= errand.At.AddHours(1));

    [Fact]
    public void A_file_comes_every_day_and_some_but_not_all_have_a_row_that_is_refused()
    {
        var files = Hours(4 * TenMinutes).Where(hour => Files.During(hour).Any())
            .Select(hour => Files.Write(hour, Seed.For("file", moment: LocalTime.HourOf(hour))).Text).ToArray();

        files.Length.Should().Be(4 * TenMinutes / 24);
        var mistyped = files.Count(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Any(row => Catalogue.Find(row.Split(';')[5]) is null));
        mistyped.Should().BeInRange(files.Length / 4, files.Length * 3 / 4);
    }

    [Fact]
    public void Whoever_is_called_quiet_orders_nothing_else_in_that_hour() =>
        Hours(TenMinutes).Should().OnlyContain(hour =>
            Book.Arrivals(hour).All(arrival => arrival.Number != OrderNumber.Of(hour, Book.Quiet(hour, "file"))));

    private static IEnumerable<DateTimeOffset> Hours(int count) =>
        Enumerable.Range(0, count).Select(hour => Monday.AddHours(hour));
}
