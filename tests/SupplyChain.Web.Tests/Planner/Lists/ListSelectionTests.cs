namespace SupplyChain.Planner.Lists;

/// <summary>What is selected in a list, over its pages.</summary>
public sealed class ListSelectionTests
{
    private static readonly string[] First = ["a", "b", "c", "d", "e"];
    private static readonly string[] Second = ["f", "g"];
    private static readonly ListAddress Here = At("?status=Placed");

    private readonly ListSelection<string> _selection = new(one => one[..1], one => one.Length, most: 6);

    [Fact]
    public void It_is_kept_over_pages_columns_and_sorts()
    {
        _selection.Pick("b", false, First, Here);
        _selection.Pick("g", false, Second, At("?status=Placed&after=x&page=2"));
        _selection.Items.Should().Equal("b", "g");
        _selection.IsOfAnother(At("?status=Placed&sort=-units&columns=units")).Should().BeFalse();
        _selection.IsOfAnother(At("?status=Placed&customer=ACME")).Should().BeTrue();
        _selection.IsOfAnother(At("")).Should().BeTrue();
    }

    [Theory]
    [InlineData("b", "d", "b c d")]
    [InlineData("d", "b", "d b c")]
    [InlineData("b", "b", "b")]
    public void A_range_goes_from_the_last_one_to_this_one(string from, string to, string picked)
    {
        _selection.Pick(from, false, First, Here);
        _selection.Pick(to, true, First, Here);
        _selection.Items.Should().Equal(picked.Split(' '));
    }

    [Fact]
    public void A_range_from_one_that_is_no_longer_selected_selects_no_longer()
    {
        _selection.PickAll(First, true, Here);
        _selection.Pick("b", false, First, Here);
        _selection.Pick("d", true, First, Here);
        _selection.Items.Should().Equal("a", "e");
    }

    [Fact]
    public void A_range_does_not_reach_into_another_page()
    {
        _selection.Pick("b", false, First, Here);
        _selection.Pick("g", true, Second, Here);
        _selection.Items.Should().Equal("b", "g");
    }

    [Fact]
    public void There_are_not_more_than_can_be()
    {
        _selection.PickAll(First.Concat(Second), true, Here);
        _selection.Count.Should().Be(6);
        _selection.Pick("g", false, Second, Here);
        _selection.Count.Should().Be(6);
    }

    [Fact]
    public void What_is_shown_is_known_as_it_is_shown_and_nothing_more_is_selected()
    {
        _selection.Pick("b", false, First, Here);
        _selection.See(["a2", "b2"]);
        _selection.Items.Should().Equal("b2");
        _selection.See(["b"]);
        _selection.Items.Should().Equal("b2");
    }

    [Fact]
    public void Nothing_selected_belongs_to_no_filters()
    {
        _selection.Pick("b", false, First, Here);
        _selection.Pick("b", false, First, Here);
        _selection.Under.Should().BeNull();
        _selection.IsOfAnother(At("")).Should().BeFalse();
    }

    private static ListAddress At(string query) => ListAddress.Of($"http://localhost/orders{query}");
}
