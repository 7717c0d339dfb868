using FluentAssertions;
using SupplyChain.Inventory;
using Xunit;

namespace SupplyChain.Orders;

public sealed class PassedOverTests
{
    private readonly PassedOver _passed = new();

    [Fact]
    public void An_order_that_could_not_be_served_whole_is_passed_over_until_units_come_in()
    {
        _passed.Asking(["O-1", "O-2"]);
        _passed.Asked(["O-1"]);
        _passed.Owners.Should().BeEquivalentTo<DemandOwner>(["O-1"]);

        _passed.Forget();

        _passed.Owners.Should().BeEmpty();
    }

    [Fact]
    public void An_order_that_was_asked_while_units_came_in_is_asked_again()
    {
        _passed.Asking(["O-1"]);
        _passed.Forget();
        _passed.Asked(["O-1"]);

        _passed.Owners.Should().BeEmpty();
    }
}
