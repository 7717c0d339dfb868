using Xunit;

namespace SupplyChain.Inventory;

/// <summary>What a goods receipt may say.</summary>
public sealed class RecordReceiptTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_product_may_arrive_in_several_lines() =>
        new RecordReceipt("HAM", [new("BOLT", 5), new("BOLT", 3)]).Validate(Now).ShouldBe();

    [Fact]
    public void Every_faulty_field_is_named() =>
        new RecordReceipt("", [new("", 5), new("BOLT", 0)]).Validate(Now).ShouldBe(
            ("/warehouse", FaultCodes.Required),
            ("/lines/0/sku", FaultCodes.Required),
            ("/lines/1/quantity", FaultCodes.OutOfRange));

    [Fact]
    public void A_receipt_from_before_1900_is_a_slip() =>
        new RecordReceipt("HAM", [new("BOLT", 5)], new DateTimeOffset(1899, 12, 31, 0, 0, 0, TimeSpan.Zero))
            .Validate(Now).ShouldBe(("/occurredAt", FaultCodes.OutOfRange));
}
