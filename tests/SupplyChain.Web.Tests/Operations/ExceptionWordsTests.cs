namespace SupplyChain.Operations;

public sealed class ExceptionWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 4, 15, 7, 0, TimeSpan.Zero);

    private static readonly ExceptionEntry Entry = new(
        "Short/shipment/S-1", ExceptionKind.Short, ExceptionStatus.Open, "shipment/S-1", Now, 80, "", "",
        "SO-1", [1], ["SLC-10"], "DXB", "S-1", "milan", 3, new(2026, 8, 13), new(2026, 8, 14),
        new(80, 1, 1, 240));

    [Theory]
    [InlineData(ExceptionKind.Short, "80 × SLC-10 short in Dubai")]
    [InlineData(ExceptionKind.Late, "80 × SLC-10 late since 14 Aug")]
    [InlineData(ExceptionKind.AtRisk, "80 × SLC-10 a day after promise")]
    [InlineData(ExceptionKind.WarehouseClosed, "80 × SLC-10 picked in closed Dubai")]
    [InlineData(ExceptionKind.PinnedUnavailable, "80 × SLC-10 pinned to closed Dubai")]
    [InlineData(ExceptionKind.ReservationDropped, "80 × SLC-10 lost after they were reserved")]
    public void A_title_says_how_much_of_what_is_wrong_and_where(ExceptionKind kind, string title) =>
        Title(Entry with { Kind = kind }).Should().Be(title);

    [Fact]
    public void Several_products_are_counted_and_several_days_too() =>
        Title(Entry with { Kind = ExceptionKind.AtRisk, Skus = ["A", "B"], Expected = new(2026, 8, 16) })
            .Should().Be("80 units of 2 products three days after promise");

    [Fact]
    public void In_a_narrow_column_several_products_are_units()
    {
        ExceptionWords.Brief(Entry with { Kind = ExceptionKind.AtRisk, Skus = ["A", "B"] }, _ => "Dubai", Now)
            .Should().Be("80 units a day after promise");
        ExceptionWords.Brief(Entry, _ => "Dubai", Now).Should().Be("80 × SLC-10 short in Dubai");
    }

    [Fact]
    public void An_import_says_how_many_rows_and_of_which_profile() =>
        Title(new(
            "x", ExceptionKind.ImportRowRefused, ExceptionStatus.Open, "import/orders", Now, 0, "", "", Rows: 3))
            .Should().Be("3 rows of “orders” refused");

    [Fact]
    public void What_no_warehouse_is_known_of_names_none() =>
        Title(Entry with { Warehouse = null }).Should().Be("80 × SLC-10 short");

    [Fact]
    public void The_impact_explains_itself()
    {
        ExceptionWords.Score(Entry).Should().Be("Impact 240 = 80 units × 3 for priority 3");
        ExceptionWords.Score(Entry with { Impact = new(80, 1, 2, 480) })
            .Should().Be("Impact 480 = 80 units × 3 for priority 3 × 2 days late");
    }

    [Theory]
    [InlineData("2026-08-04", "Monday 08:00", "2026-08-10T08:00")] // a Tuesday
    [InlineData("2026-08-03", "Monday 08:00", "2026-08-10T08:00")] // a Monday
    [InlineData("2026-08-08", "Tomorrow 08:00", "2026-08-09T08:00")]
    public void A_snooze_ends_in_the_morning(string today, string word, string until)
    {
        var now = DateTimeOffset.Parse($"{today}T15:00+02:00", null);

        SnoozeTimes.From(now).Single(choice => choice.Word == word).Until
            .Should().Be(DateTimeOffset.Parse($"{until}+02:00", null));
    }

    [Fact]
    public void On_a_Sunday_tomorrow_is_Monday_and_offered_once() =>
        SnoozeTimes.From(new(2026, 8, 9, 15, 0, 0, TimeSpan.Zero)).Select(choice => choice.Word)
            .Should().Equal("1 hour", "4 hours", "Tomorrow 08:00");

    private static string Title(ExceptionEntry entry) =>
        ExceptionWords.Title(entry, id => id == "DXB" ? "Dubai" : id, Now);
}
