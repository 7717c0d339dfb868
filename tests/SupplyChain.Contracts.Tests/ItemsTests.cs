using FluentAssertions;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain;

/// <summary>Lists in records: they compare by what is in them, and are never null.</summary>
public sealed class ItemsTests
{
    [Fact]
    public void Two_lists_are_equal_when_their_elements_are_in_the_same_order()
    {
        Items<int> one = [1, 2], same = [1, 2], turned = [2, 1], shorter = [1];

        one.Should().Equal(same);
        (one == same).Should().BeTrue();
        one.GetHashCode().Should().Be(same.GetHashCode());
        (one == turned).Should().BeFalse();
        (one != shorter).Should().BeTrue();
    }

    [Fact]
    public void A_record_with_lists_compares_by_their_elements() =>
        new CancelOrder("late", [1, 2]).Should().Be(new CancelOrder("late", [1, 2]))
            .And.NotBe(new CancelOrder("late", [1]));

    [Fact]
    public void The_default_is_the_empty_list()
    {
        Items<int> none = default;

        none.Should().BeEmpty();
        (none == []).Should().BeTrue();
        none.GetHashCode().Should().Be(((Items<int>)[]).GetHashCode());
    }

    [Fact]
    public void A_list_keeps_its_elements_when_its_source_changes()
    {
        int[] source = [1, 2];
        var items = source.ToItems();

        source[0] = 9;

        items.Should().Equal(1, 2);
    }
}
