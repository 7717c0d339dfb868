using SupplyChain.Orders;

namespace SupplyChain.Planner.Lists;

public sealed class ListAddressTests
{
    [Fact]
    public void Filters_repeat_and_what_makes_no_sense_is_named()
    {
        var address = ListAddress.Of(
            "http://localhost/orders?status=Placed&status=shipped&status=Lost&from=2026-01-02");
        address.Enums<OrderStatus>("status").Should().Equal(OrderStatus.Placed, OrderStatus.Shipped);
        address.Instant("from").Should().Be(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        address.LeftOut.Should().Equal("Lost");
        address.IsEmpty.Should().BeFalse();
    }

    [Fact]
    public void Another_filter_begins_at_the_first_page_and_keeps_the_rest() =>
        ListAddress.Of("http://localhost/orders?status=Placed&sort=-units&after=x&page=3").With("customer", "A&B").Url
            .Should().Be("/orders?status=Placed&sort=-units&customer=A%26B");

    [Fact]
    public void Another_page_keeps_filters_and_sort() =>
        ListAddress.Of("http://localhost/orders?status=Placed&sort=-units&after=x&page=2").At("y", 3)
            .Should().Be("/orders?status=Placed&sort=-units&after=y&page=3");

    [Theory]
    [InlineData("", "/orders?sort=-units")]
    [InlineData("?sort=-units", "/orders?sort=units")]
    [InlineData("?sort=units", "/orders")]
    public void A_column_is_sorted_largest_first_then_smallest_first_then_not(string now, string next) =>
        ListAddress.Of($"http://localhost/orders{now}").SortedBy("units", descendingFirst: true).Should().Be(next);

    [Fact]
    public void A_file_has_everything_that_is_listed_and_nothing_that_was_left_out()
    {
        var address = ListAddress.Of(
            "http://localhost/orders?status=Placed&status=Lost&q=Lost&columns=status&after=x&page=3&id=7");
        address.Enums<OrderStatus>("status").Should().Equal(OrderStatus.Placed);
        address.With("sort", "-units").Exported("/api/v1/orders", "csv").Should().Be(
            "/api/v1/orders/export?format=csv&status=Placed&q=Lost&columns=status&sort=-units");
    }

    [Fact]
    public void Without_filters_sort_and_columns_stay() =>
        ListAddress.Of("http://localhost/orders?q=a&sort=units&columns=units").Cleared
            .Should().Be("/orders?sort=units&columns=units");

    [Fact]
    public void A_row_beside_the_list_is_in_the_address_and_changes_nothing_of_the_list()
    {
        var address = ListAddress.Of("http://localhost/exceptions?kind=Late&after=x&page=2&id=old");
        address.Selecting("Late/order/A").Should().Be("/exceptions?kind=Late&after=x&page=2&id=Late%2Forder%2FA");
        address.Selecting(null).Should().Be(address.ListUrl).And.Be("/exceptions?kind=Late&after=x&page=2");
        ListAddress.Of("http://localhost/exceptions?id=a").IsEmpty.Should().BeTrue();
    }
}
