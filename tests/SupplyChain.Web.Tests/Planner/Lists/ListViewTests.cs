using SupplyChain.Planner.Lists;

namespace SupplyChain.Planner;

public sealed class ListViewTests
{
    [Theory]
    [InlineData("/orders?ready=true&sort=-units&after=x&page=2", "/orders?ready=true", true)]
    [InlineData("/orders?status=Placed&status=Released", "/orders?status=Released&status=Placed&sort=units", true)]
    [InlineData("/orders?ready=true&customer=A", "/orders?ready=true", false)]
    [InlineData("/orders", "/orders?late=true", false)]
    public void A_view_is_where_its_filters_are_whatever_the_sort_and_the_page(string here, string view, bool same) =>
        At(here).FiltersLike(At(view)).Should().Be(same);

    [Fact]
    public void What_is_no_number_flag_or_date_is_left_out_and_named()
    {
        var address = At("/orders?priority=1&priority=6&late=yes&requestedFrom=soon&unitsFrom=-3&unitsTo=9");

        address.Numbers("priority", 1, 5).Should().Equal(1);
        address.Flag("late").Should().BeFalse();
        address.Date("requestedFrom").Should().BeNull();
        address.Number("unitsFrom").Should().BeNull();
        address.Number("unitsTo").Should().Be(9);
        address.LeftOut.Should().BeEquivalentTo("6", "yes", "soon", "-3");
    }

    private static ListAddress At(string path) => ListAddress.Of($"http://localhost{path}");
}
