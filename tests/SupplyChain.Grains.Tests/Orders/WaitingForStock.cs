using FluentAssertions;
using Xunit;

namespace SupplyChain.Orders;

public sealed class WaitingForStock(OneSilo silo)
{
    [Fact]
    public async Task A_receipt_serves_waiting_lines_by_priority_then_age_and_never_more_than_arrived()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 0);
        await world.Place("OLD", "SKU", 5, priority: 3);
        await world.Place("NEW", "SKU", 5, priority: 3);
        await world.Place("URGENT", "SKU", 4, priority: 1);

        await world.Receive("W1", "SKU", 10);

        (await world.Order("URGENT").Get())!.Status.Should().Be(OrderStatus.Allocated);
        (await world.Order("OLD").Get())!.Status.Should().Be(OrderStatus.Allocated);
        var last = (await world.Order("NEW").Get())!;
        last.Lines[0].Allocated.Should().Be(1);
        last.Lines[0].Backordered.Should().Be(4);
        (await world.Stock("SKU", "W1")).Available.Should().Be(0);
    }

    [Fact]
    public async Task A_newcomer_does_not_overtake_a_waiting_line()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 0);
        await world.Warehouses("W2");
        await world.Place("PINNED", "SKU", 5, pinned: "W2");
        await world.Place("FIRST", "SKU", 5);
        await world.Receive("W1", "SKU", 7);

        var newcomer = await world.Place("NEWCOMER", "SKU", 4);

        (await world.Order("FIRST").Get())!.Status.Should().Be(OrderStatus.Allocated);
        newcomer.Value!.Lines[0].Allocated
            .Should().Be(2, "what no line of equal priority can use goes to the newcomer");
        newcomer.Value.Lines[0].Backordered.Should().Be(2);
        (await world.Order("PINNED").Get())!.Status.Should().Be(OrderStatus.Backordered);
    }

    [Fact]
    public async Task A_cancelled_order_leaves_its_units_to_those_who_wait()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Place("FIRST", "SKU", 5);
        await world.Place("SECOND", "SKU", 5);

        (await world.Order("FIRST").Cancel(new("changed their mind"))).Value!.Status.Should().Be(OrderStatus.Cancelled);

        await world.Eventually("SECOND", order => order.Status == OrderStatus.Allocated);
    }

    [Fact]
    public async Task A_warehouse_that_opens_again_serves_those_who_wait_for_its_goods()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Warehouse("W1").Close(new("storm"));
        (await world.Place("O1", "SKU", 5)).Value!.Status.Should().Be(OrderStatus.Backordered);

        await world.Warehouse("W1").Open(new("the storm is over"));

        await world.Eventually("O1", order => order.Status == OrderStatus.Allocated);
    }

    [Fact]
    public async Task A_ship_complete_order_reserves_only_when_every_line_can()
    {
        var world = await silo.NewWorld().With("W1", "A", 5);
        await world.Product("B");
        var reply = await world.Place("O1", [new(1, "A", 5), new(2, "B", 5)], policy: new(ShipComplete: true));
        reply.Value!.Status.Should().Be(OrderStatus.Backordered);
        (await world.Stock("A", "W1")).Reserved.Should().Be(0);

        await world.Receive("W1", "B", 5);

        await world.Eventually("O1", order => order.Status == OrderStatus.Allocated);
    }

    [Fact]
    public async Task A_ship_complete_order_keeps_from_others_only_what_it_is_short_of()
    {
        var world = await silo.NewWorld().With("W1", "A", 8);
        await world.Product("B");
        await world.Place("ALL", [new(1, "A", 5), new(2, "B", 5)], policy: new(ShipComplete: true));
        (await world.Stock("A", "W1")).Rationed.Should().BeFalse();

        (await world.Place("OTHER", "A", 6)).Value!.Status.Should().Be(OrderStatus.Allocated);
        await world.Receive("W1", "B", 5);

        // Now it is short of A, and no longer of B.
        (await world.Place("THIRD", "B", 5)).Accepted.Should().BeTrue();
        await world.Eventually("THIRD", order => order.Status == OrderStatus.Allocated);
        await world.Receive("W1", "B", 5);
        (await world.Order("ALL").Get())!.Status.Should().Be(OrderStatus.Backordered);

        await world.Receive("W1", "A", 3);
        var all = await world.Eventually("ALL", order => order.Status == OrderStatus.Allocated);
        all.Allocations.Sum(units => units.Quantity).Should().Be(10);
        (await world.Stock("A", "W1")).Available.Should().Be(0);
        (await world.Stock("B", "W1")).Available.Should().Be(0);
    }

    [Fact]
    public async Task A_ship_complete_order_that_may_not_wait_gets_what_those_who_wait_cannot_use()
    {
        var world = await silo.NewWorld().With("W1", "A", 8);
        await world.With("W1", "B", 5);
        await world.Warehouses("W2");
        await world.Place("PINNED", "A", 5, pinned: "W2");
        var policy = new OrderPolicy(ShipComplete: true, AllowBackorder: false);

        var first = await world.Place("FIRST", [new(1, "A", 5), new(2, "B", 3)], policy: policy);
        var second = await world.Place("SECOND", [new(1, "A", 5), new(2, "B", 2)], policy: policy);

        first.Value!.Status.Should().Be(OrderStatus.Allocated);
        second.Value!.Status.Should().Be(OrderStatus.Rejected);
        second.Value.Rejection!.Lines.Should().Equal(1);
        (await world.Stock("A", "W1")).Available.Should().Be(3);
        (await world.Stock("B", "W1")).Available.Should().Be(2);
        (await world.Order("PINNED").Get())!.Status.Should().Be(OrderStatus.Backordered);
    }

    [Fact]
    public async Task A_ship_complete_order_whose_missing_line_is_cancelled_gets_the_rest()
    {
        var world = await silo.NewWorld().With("W1", "A", 5);
        await world.Product("B");
        await world.Place("ALL", [new(1, "A", 5), new(2, "B", 5)], policy: new(ShipComplete: true));

        (await world.Order("ALL").Cancel(new("no B", [2]))).Accepted.Should().BeTrue();

        await world.Eventually("ALL", order => order.Status == OrderStatus.Allocated);
    }

    [Fact]
    public async Task An_adjustment_below_reserved_drops_the_lowest_priority_and_its_line_is_sourced_again()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 10);
        await world.Place("URGENT", "SKU", 5, priority: 1);
        await world.Place("LATER", "SKU", 5, priority: 5);
        await world.Warehouses("W2");
        await world.Receive("W2", "SKU", 2);

        (await world.Adjust("W1", "SKU", -4)).Accepted.Should().BeTrue();

        var later = await world.Eventually("LATER", order => order.Allocations.Any(units => units.Warehouse == "W2"));
        later.Allocations.Should().Contain(units => units.Warehouse == "W2" && units.Quantity == 2);
        later.Lines[0].Backordered.Should().Be(2);
        (await world.Order("URGENT").Get())!.Status.Should().Be(OrderStatus.Allocated);
    }

    [Fact]
    public async Task On_hand_never_falls_below_zero_and_the_number_stays_free()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 3);

        (await world.Adjust("W1", "SKU", -4, "ADJ")).Refusal.Should().Be(Refusal.BelowZero);
        (await world.Adjust("W1", "SKU", -3, "ADJ")).Accepted.Should().BeTrue();
        (await world.Stock("SKU", "W1")).OnHand.Should().Be(0);
    }
}
