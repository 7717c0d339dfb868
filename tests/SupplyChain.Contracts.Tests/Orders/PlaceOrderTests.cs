using Xunit;

namespace SupplyChain.Orders;

/// <summary>What a new order may say; each fault names its field.</summary>
public sealed class PlaceOrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PlaceOrder Order = new("ACME", new("FR"), [new(1, "HAM", 5)]);

    [Fact]
    public void The_least_an_order_needs_is_customer_country_and_a_line() => Order.Validate(Now).ShouldBe();

    [Fact]
    public void Every_faulty_field_is_named_and_not_only_the_first() =>
        new PlaceOrder("", new("XX"), [new(1, "a b", 0), new(1, "HAM", 5)], Priority: 6).Validate(Now).ShouldBe(
            ("/customer", FaultCodes.Required),
            ("/shipTo/country", FaultCodes.Invalid),
            ("/priority", FaultCodes.OutOfRange),
            ("/lines/0/sku", FaultCodes.MalformedId),
            ("/lines/0/quantity", FaultCodes.OutOfRange),
            ("/lines/1/line", FaultCodes.Duplicate));

    [Theory]
    [InlineData(1)]
    [InlineData(Limits.MaxQuantity)]
    public void Quantities_from_one_to_a_thousand_million(long quantity) =>
        (Order with { Lines = [new(1, "HAM", quantity)] }).Validate(Now).ShouldBe();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Limits.MaxQuantity + 1)]
    public void And_no_other(long quantity) => (Order with { Lines = [new(1, "HAM", quantity)] }).Validate(Now)
        .ShouldBe(("/lines/0/quantity", FaultCodes.OutOfRange));

    [Fact]
    public void From_one_line_to_a_thousand()
    {
        (Order with { Lines = Lines(Limits.MaxLines) }).Validate(Now).ShouldBe();
        (Order with { Lines = Lines(Limits.MaxLines + 1) }).Validate(Now)
            .ShouldBe(("/lines", FaultCodes.OutOfRange));
        (Order with { Lines = [] }).Validate(Now).ShouldBe(("/lines", FaultCodes.OutOfRange));
    }

    [Fact]
    public void A_clock_may_be_five_minutes_ahead_and_no_more()
    {
        (Order with { OccurredAt = Now + Limits.ClockTolerance }).Validate(Now).ShouldBe();
        (Order with { OccurredAt = Now + Limits.ClockTolerance + TimeSpan.FromTicks(1) }).Validate(Now)
            .ShouldBe(("/occurredAt", FaultCodes.OutOfRange));
    }

    [Fact]
    public void Money_has_an_amount_and_a_currency() =>
        (Order with { Lines = [new(1, "HAM", 5, Value: new(-1, "usd"))] }).Validate(Now).ShouldBe(
            ("/lines/0/value/amount", FaultCodes.OutOfRange), ("/lines/0/value/currency", FaultCodes.Invalid));

    [Fact]
    public void Coordinates_come_in_pairs_and_on_the_globe() =>
        (Order with { ShipTo = new("FR", 91, 2) }).Validate(Now)
            .ShouldBe(("/shipTo/latitude", FaultCodes.OutOfRange));

    private static Items<PlaceOrderLine> Lines(int count) =>
        Enumerable.Range(1, count).Select(line => new PlaceOrderLine(line, "HAM", 1)).ToItems();
}
