using SupplyChain.Orders;

namespace SupplyChain.Operations;

public sealed class FixCommandTests
{
    private static readonly ExceptionEntry Entry = new(
        "PinnedUnavailable/order/SO-1", ExceptionKind.PinnedUnavailable, ExceptionStatus.Open, "order/SO-1", default, 8,
        "", "", "SO-1", [1, 2], ["PUMP-1"], "HAM", null, "ACME", 3, new(2026, 8, 13), new(2026, 8, 14));

    private static readonly OrderDetails Order = new(
        "SO-1", OrderStatus.PartiallyAllocated, 4, "ACME", 3, default(DateTimeOffset), null, new("FR"),
        new OrderPolicy(),
        [
            new(1, "PUMP-1", 5, 0, 5, 0, 0, 0, null, null, "HAM", new Money(10, "EUR"), new(2026, 8, 12)),
            new(2, "PUMP-2", 9, 4, 3, 0, 0, 2, null, null, "HAM", new Money(20, "EUR")),
            new(7, "PUMP-3", 9, 0, 9, 0, 0, 0, null, null, null, null),
        ],
        [], [], null, null);

    [Fact]
    public void What_waits_for_one_warehouse_is_ordered_on_lines_that_name_none() =>
        FixCommands.Amendment(FixAction.Unpin, Entry, Order).Should().Be(new AmendOrder(Lines:
        [
            new(1, 0),
            new(8, 5, new(2026, 8, 12), Sku: "PUMP-1", Value: new Money(10, "EUR")),
            new(2, 6),
            new(9, 3, Sku: "PUMP-2"),
        ]));

    [Fact]
    public void Expediting_is_taken_back_by_the_former_priority()
    {
        FixCommands.Amendment(FixAction.Expedite, Entry, Order).Should().Be(new AmendOrder(Priority: 1));
        FixCommands.Former(FixAction.Expedite, Entry, Order).Should().Be(new AmendOrder(Priority: 3));
    }

    [Fact]
    public void An_agreed_day_is_taken_back_by_the_lines_own()
    {
        FixCommands.Amendment(FixAction.AgreeDate, Entry, Order).Should().Be(new AmendOrder(Lines:
            [new(1, RequestedBy: new(2026, 8, 14)), new(2, RequestedBy: new(2026, 8, 14))]));
        FixCommands.Former(FixAction.AgreeDate, Entry, Order).Should().Be(new AmendOrder(Lines:
            [new(1, RequestedBy: new(2026, 8, 12)), new(2, ClearRequestedBy: true)]));
    }

    [Theory]
    [InlineData(FixAction.Receive)]
    [InlineData(FixAction.OpenWarehouse)]
    [InlineData(FixAction.CancelShipment)]
    [InlineData(FixAction.MendRows)]
    public void What_is_no_command_on_the_order_leads_to_where_it_is_done(FixAction action)
    {
        var entry = Entry with { Shipment = "S-1" };
        FixCommands.Amendment(action, entry, Order).Should().BeNull();
        FixWords.Elsewhere(entry, action).Should().StartWith("/");
    }
}
