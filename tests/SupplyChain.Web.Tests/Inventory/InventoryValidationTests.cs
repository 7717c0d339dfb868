namespace SupplyChain.Inventory;

public class InventoryValidationTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("73513537", true)]
    [InlineData("614141999996", true)]
    [InlineData("4006381333931", true)]
    [InlineData("10614141543219", true)]
    [InlineData("4006381333932", false)]
    [InlineData("40063813339", false)]
    [InlineData("400638133393X", false)]
    public void A_GTIN_has_a_right_check_digit(string gtin, bool right) =>
        new PutProduct("Pump", gtin).Validate().Should().HaveCount(right ? 0 : 1);

    [Theory]
    [InlineData(1, true)]
    [InlineData(-1_000_000_000, true)]
    [InlineData(0, false)]
    [InlineData(1_000_000_001, false)]
    public void An_adjustment_changes_something_within_its_limits(long delta, bool right) =>
        new RecordAdjustment("HAM", "A", delta, "count").Validate(Now).Select(fault => fault.Pointer)
            .Should().Equal(right ? [] : ["/delta"]);

    [Fact]
    public void Each_faulty_line_of_a_receipt_is_named() =>
        new RecordReceipt("HAM", [new("A", 1), new("A", 0), new("", 1)]).Validate(Now)
            .Select(fault => (fault.Pointer, fault.Code)).Should().Equal(
                ("/lines/1/quantity", FaultCodes.OutOfRange), ("/lines/2/sku", FaultCodes.Required));
}
