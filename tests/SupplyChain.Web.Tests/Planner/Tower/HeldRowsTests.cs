namespace SupplyChain.Planner.Tower;

/// <summary>Ranked rows under the pointer.</summary>
public sealed class HeldRowsTests
{
    private readonly HeldRows<string> _rows = new(id => id);

    [Fact]
    public void They_take_their_new_places_at_once_while_nobody_points_at_them()
    {
        _rows.Take(["A", "B"], hasMore: true);
        _rows.Take(["C", "A"], hasMore: true);

        Shown().Should().Equal("C", "A");
    }

    [Fact]
    public void They_stay_under_a_pointer_and_say_what_came()
    {
        _rows.Take(["A", "B"], hasMore: true);
        _rows.Hold(true);

        _rows.Take(["C", "A"], hasMore: true);

        Shown().Should().Equal("A", "B");
        _rows.List!.New.Should().Be(1);
    }

    [Fact]
    public void They_are_ranked_anew_when_the_pointer_leaves_or_when_it_is_asked_for()
    {
        _rows.Take(["A", "B"], hasMore: true);
        _rows.Hold(true);
        _rows.Take(["C", "A"], hasMore: true);

        _rows.Show();
        Shown().Should().Equal("C", "A");

        _rows.Take(["D"], hasMore: false);
        _rows.Hold(false);
        Shown().Should().Equal("D");
    }

    private IEnumerable<string> Shown() => _rows.List!.Rows.Select(row => row.Item);
}
