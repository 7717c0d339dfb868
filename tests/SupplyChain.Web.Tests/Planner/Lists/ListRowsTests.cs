using SupplyChain.Orders;

namespace SupplyChain.Planner.Lists;

public sealed class ListRowsTests
{
    [Fact]
    public void New_items_are_counted_and_push_no_row()
    {
        var list = Shown(new([Row("B"), Row("A")], "next"));
        list.Update(new([Row("D"), Row("C"), Row("B"), Row("A")], "next")).Should().BeTrue();
        list.New.Should().Be(2);
        list.Rows.Select(row => row.Item.Number.Value).Should().Equal("B", "A");
    }

    [Fact]
    public void A_row_changes_where_it_is()
    {
        var list = Shown(new([Row("B"), Row("A")], null));
        list.Update(new([Row("B"), Row("A", OrderStatus.Shipped)], null)).Should().BeTrue();
        list.Rows[1].Should().Be(new ListRow<OrderSummary>(Row("A", OrderStatus.Shipped), IsGone: false));
    }

    [Fact]
    public void An_item_that_left_the_view_stays_where_it_was_and_is_marked()
    {
        var list = Shown(new([Row("C"), Row("B"), Row("A")], null));
        list.Update(new([Row("C"), Row("A")], null));
        list.Rows.Select(row => row.IsGone).Should().Equal(false, true, false);
    }

    [Fact]
    public void A_row_that_was_only_pushed_beyond_what_was_read_is_not_marked()
    {
        var list = Shown(new([Row("B"), Row("A")], "next"));
        list.Update(new([Row("C"), Row("B")], "next"));
        list.Rows.Select(row => row.IsGone).Should().Equal(false, false);
    }

    [Fact]
    public void Nothing_new_is_no_reason_to_draw_again()
    {
        var list = Shown(new([Row("A")], null));
        list.Update(new([Row("A")], null)).Should().BeFalse();
    }

    private static ListRows<OrderSummary> Shown(Page<OrderSummary> page) => new(page, order => order.Number.Value);

    private static OrderSummary Row(string number, OrderStatus status = OrderStatus.Allocated) =>
        new(number, status, "ACME", 3, null, DateTimeOffset.UnixEpoch, 1, 0, [], 1);
}
