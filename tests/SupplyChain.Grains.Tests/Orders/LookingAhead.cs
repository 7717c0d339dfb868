using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using Xunit;

namespace SupplyChain.Orders;

/// <summary>What would happen is said without anything happening, and then happens.</summary>
public sealed class LookingAhead(OneSilo silo)
{
    [Fact]
    public async Task A_quote_is_what_placing_gives_and_records_nothing()
    {
        var world = await Populated();
        var order = Ordered("NEW", 9);
        var before = await silo.RecordedAsync(world);

        var quote = (await Preview(world).Quote(order)).EnsureAccepted();

        (await silo.RecordedAsync(world)).Should().BeEquivalentTo(before, "nothing is written");
        quote.Rejection.Should().BeNull();
        var placed = (await world.Order("NEW").Place(order)).EnsureAccepted();
        quote.Lines.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            placed.Lines[0].Line, placed.Lines[0].Allocated, placed.Lines[0].Backordered, placed.Lines[0].Promise,
        });
        quote.Lines[0].Allocations.Select(part => (part.Warehouse, part.Quantity, part.Why))
            .Should().BeEquivalentTo(placed.Allocations.Select(held => (held.Warehouse, held.Quantity, held.Why)));
    }

    [Fact]
    public async Task A_quote_of_what_may_not_wait_says_that_it_would_be_rejected()
    {
        var world = await Populated();

        var quote = (await Preview(world).Quote(
            Ordered("NEW", 900) with { Policy = new(AllowBackorder: false) })).EnsureAccepted();

        quote.Rejection!.Code.Should().Be(Refusal.InsufficientStock.Code());
        quote.Lines[0].Waits!.Rejected.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_closing_moves_and_keeps_waiting_what_was_foreseen_of_it()
    {
        var world = await Populated();
        var before = await silo.RecordedAsync(world);

        var seen = (await Preview(world).Close(new("A", new("flood")))).EnsureAccepted();

        (await silo.RecordedAsync(world)).Should().BeEquivalentTo(before, "nothing is written");
        seen.Warehouse.Status.Should().Be(WarehouseStatus.Closed);
        seen.Consequences.OrdersLookedAt.Should().Be(3);
        await world.Warehouse("A").Close(new("flood"));
        foreach (var number in new OrderId[] { "O1", "O2", "O3" })
        {
            var moved = seen.Consequences.WouldMove.Where(move => move.Order == number).Sum(move => move.Quantity);
            var waits = seen.Consequences.WouldWait.Where(wait => wait.Order == number).Sum(wait => wait.Quantity);
            var order = await world.Eventually(number, now => now.Lines[0].Backordered == waits);
            order.Lines[0].Allocated.Should().Be(moved);
            order.Allocations.Should().NotContain(held => held.Warehouse != "B");
        }
        seen.Consequences.WouldMove.Sum(move => move.Quantity).Should().Be(8);
        seen.Consequences.WouldWait.Should().Contain(wait => wait.Order == "O3", "it has the lowest priority");
    }

    [Fact]
    public async Task An_adjustment_takes_from_whom_it_was_said_to_take()
    {
        var world = await Populated();
        var before = await silo.RecordedAsync(world);

        var seen = (await Preview(world).Adjust(new("ADJ", new("A", "PUMP", -19, "broken")))).EnsureAccepted();

        (await silo.RecordedAsync(world)).Should().BeEquivalentTo(before, "nothing is written");
        seen.Stock.OnHand.Should().Be(1);
        seen.Consequences.WouldMove.Sum(move => move.Quantity).Should().Be(8);
        seen.Consequences.WouldWait.Sum(wait => wait.Quantity).Should().Be(9);
        (await world.Adjust("A", "PUMP", -19, "ADJ")).Accepted.Should().BeTrue();
        // They hear of it at the same time: which of them gets what is left elsewhere is not said.
        var orders = new List<OrderDetails>();
        foreach (var number in new OrderId[] { "O1", "O2", "O3" })
        {
            orders.Add(await world.Eventually(number, order =>
                order.Lines[0].Allocated + order.Lines[0].Backordered == 6
                && order.Allocations.Where(held => held.Warehouse == "A").Sum(held => held.Quantity) <= 1));
        }
        orders.Sum(order => order.Lines[0].Backordered).Should().Be(9);
    }

    [Fact]
    public async Task More_stock_fills_who_waits()
    {
        var world = await Populated();
        await world.Place("O4", "PUMP", 20);

        var seen = (await Preview(world).Adjust(new("ADJ", new("B", "PUMP", 5, "found")))).EnsureAccepted();

        seen.Consequences.WouldFill.Should().Equal(new UnitsToFill("O4", 1, "PUMP", 5, "B"));
        await world.Adjust("B", "PUMP", 5, "ADJ");
        await world.Eventually("O4", order => order.Lines[0].Allocated == 15);
    }

    [Fact]
    public async Task A_cancellation_is_foreseen_with_who_gets_what_it_frees()
    {
        var world = await Populated();
        await world.Place("O4", "PUMP", 20);
        var before = await silo.RecordedAsync(world);

        var reply = await world.Order("O1").Preview(new() { Cancel = new("no") });

        (await silo.RecordedAsync(world)).Should().BeEquivalentTo(before, "nothing is written");
        reply.EnsureAccepted().Order.Status.Should().Be(OrderStatus.Cancelled);
        reply.Value!.Consequences.WouldFill.Should().Equal(new UnitsToFill("O4", 1, "PUMP", 6, "A"));
        (await world.Order("O1").Cancel(new("no"))).EnsureAccepted();
        await world.Eventually("O4", order => order.Lines[0].Allocated == 16);
    }

    [Fact]
    public async Task Sourced_again_an_order_goes_where_it_is_served_better_and_keeps_what_it_has_meanwhile()
    {
        var world = silo.NewWorld();
        await world.Warehouses("NEAR", "FAR");
        await world.Product("PUMP");
        await world.Receive("FAR", "PUMP", 10);
        (await world.Warehouse("FAR").Put(new("Far", 35, 100))).EnsureAccepted();
        await Task.Delay(NetworkMapFreshness);
        await world.Place("O1", "PUMP", 6);
        await world.Receive("NEAR", "PUMP", 10);

        var seen = (await world.Order("O1").Preview(new() { Resource = new() })).EnsureAccepted();
        seen.Consequences.WouldMove.Should().Equal(new UnitsToMove("O1", 1, "PUMP", 6, "FAR", "NEAR"));
        seen.Order.Allocations.Should().ContainSingle().Which.Warehouse.Should().Be("NEAR");
        var moved = (await world.Order("O1").Resource(new())).EnsureAccepted();

        moved.Allocations.Should().ContainSingle().Which.Warehouse.Should().Be("NEAR");
        moved.Allocations[0].Why.Rejected.Should().Contain(candidate => candidate.Warehouse == "FAR");
        (await world.Stock("PUMP", "FAR")).Reserved.Should().Be(0);
        (await world.Stock("PUMP", "NEAR")).Reserved.Should().Be(6);
        var again = await world.Order("O1").Resource(new());
        again.Status.Should().Be(ReplyStatus.Replayed);
        again.Value!.Version.Should().Be(moved.Version);
    }

    private static readonly TimeSpan NetworkMapFreshness = TimeSpan.FromSeconds(5.1);

    private static IPreviewGrain Preview(World world) => world.Grains.GetGrain<IPreviewGrain>(world.Tenant.Value);

    private static PlaceOrder Ordered(string customer, long units) =>
        new(customer, new("DE"), [new(1, "PUMP", units)]);

    /// <summary>Two warehouses; three orders have 6 pumps each of the 20 in A, and there are 8 in B.</summary>
    private async Task<World> Populated()
    {
        var world = silo.NewWorld();
        await world.Warehouses("A", "B");
        await world.Product("PUMP");
        await world.Receive("A", "PUMP", 20);
        await world.Place("O1", "PUMP", 6, priority: 1);
        await world.Place("O2", "PUMP", 6, priority: 2);
        await world.Place("O3", "PUMP", 6, priority: 4);
        await world.Receive("B", "PUMP", 8);
        return world;
    }
}
