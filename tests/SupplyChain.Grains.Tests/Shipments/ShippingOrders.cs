using FluentAssertions;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Shipments;

public sealed class ShippingOrders(OneSilo silo)
{
    [Fact]
    public async Task A_released_order_is_shipped_and_delivered()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Place("O1", "SKU", 5);

        var released = await world.Order("O1").Release(new());
        released.Value!.Status.Should().Be(OrderStatus.Released);
        var shipment = released.Value.Shipments.Should().ContainSingle().Subject;
        await world.Shipment(shipment).Record(new("m1", MilestoneKind.Dispatched));
        await world.Eventually("O1", order => order.Status == OrderStatus.Shipped);
        await world.Shipment(shipment).Record(new("m2", MilestoneKind.Delivered));

        await world.Eventually("O1", order => order.Status == OrderStatus.Delivered);
        (await world.Stock("SKU", "W1")).OnHand.Should().Be(0);
    }

    [Fact]
    public async Task The_order_knows_what_became_of_a_shipment_when_that_is_answered()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Place("O1", "SKU", 5);
        var first = (await world.Order("O1").Release(new())).Value!.Shipments[0];

        (await world.Shipment(first).Cancel(new("wrong label"))).Accepted.Should().BeTrue();
        (await world.Order("O1").Get())!.Status.Should().Be(OrderStatus.Allocated);

        var second = (await world.Order("O1").Release(new())).Value!.Shipments[^1];
        await world.Shipment(second).Record(new("m1", MilestoneKind.Dispatched));
        (await world.Order("O1").Get())!.Status.Should().Be(OrderStatus.Shipped);
        await world.Shipment(second).Void(new("m1", "not ours"));
        (await world.Order("O1").Get())!.Status.Should().Be(OrderStatus.Released);
    }

    [Fact]
    public async Task Cancelling_is_too_late_once_goods_are_picked_and_then_nothing_changes()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Place("O1", "SKU", 5);
        var shipment = (await world.Order("O1").Release(new())).Value!.Shipments[0];
        await world.Shipment(shipment).Record(new("m1", MilestoneKind.Picked));

        (await world.Order("O1").Cancel(new("no"))).Refusal.Should().Be(Refusal.TooLate);

        (await world.Order("O1").Get())!.Status.Should().Be(OrderStatus.Released);
    }

    [Fact]
    public async Task Closing_a_warehouse_moves_what_depended_on_it_by_priority_and_nothing_else()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 10);
        await world.Warehouses("W2");
        await world.Place("LOW", "SKU", 5, priority: 4);
        await world.Place("HIGH", "SKU", 5, priority: 1);
        await world.Product("OTHER");
        await world.Receive("W2", "OTHER", 5);
        var untouched = (await world.Place("UNTOUCHED", "OTHER", 1)).Value!;
        await world.Receive("W2", "SKU", 7);

        var closed = await world.Warehouse("W1").Close(new("flood"));

        closed.Status.Should().Be(ReplyStatus.Done);
        closed.Value!.Closing!.ResourcedLines.Should().Be(1);
        closed.Value.Closing.BackorderedLines.Should().Be(1);
        (await world.Order("HIGH").Get())!.Allocations.Should().OnlyContain(units => units.Warehouse == "W2");
        (await world.Order("LOW").Get())!.Lines[0].Backordered.Should().Be(3);
        (await world.Order("UNTOUCHED").Get())!.Version.Should().Be(untouched.Version);
        (await world.Stock("SKU", "W1")).Reserved.Should().Be(0);
    }
}
