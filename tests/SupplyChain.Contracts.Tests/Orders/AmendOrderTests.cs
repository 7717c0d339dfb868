using Xunit;

namespace SupplyChain.Orders;

/// <summary>What an amendment may say by itself; whether the order allows it is another matter.</summary>
public sealed class AmendOrderTests
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    [Fact]
    public void Nothing_at_all_is_fine() => new AmendOrder().Validate().ShouldBe();

    [Fact]
    public void A_date_is_set_or_cleared_and_not_both() =>
        new AmendOrder(RequestedBy: Day, ClearRequestedBy: true).Validate()
            .ShouldBe(("/requestedBy", FaultCodes.Invalid));

    [Fact]
    public void A_quantity_of_zero_cancels_what_is_open_and_less_is_refused()
    {
        new AmendOrder(Lines: [new(1, Quantity: 0)]).Validate().ShouldBe();
        new AmendOrder(Lines: [new(1, Quantity: -1)]).Validate()
            .ShouldBe(("/lines/0/quantity", FaultCodes.OutOfRange));
    }

    [Fact]
    public void A_line_is_changed_once() =>
        new AmendOrder(Lines: [new(1, Quantity: 2), new(1, Quantity: 3)]).Validate()
            .ShouldBe(("/lines/1/line", FaultCodes.Duplicate));
}
