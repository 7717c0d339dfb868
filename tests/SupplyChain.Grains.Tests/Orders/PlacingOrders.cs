using FluentAssertions;
using Xunit;

namespace SupplyChain.Orders;

public sealed class PlacingOrders(OneSilo silo)
{
    [Fact]
    public async Task An_order_is_allocated_from_stock_and_says_why()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 10);

        var reply = await world.Place("O1", "SKU", 4);

        reply.Status.Should().Be(ReplyStatus.Created);
        reply.Value!.Status.Should().Be(OrderStatus.Allocated);
        reply.Value.Allocations.Should().ContainSingle().Which.Why.Rule.Should().Be(SourcingRule.OnlyCandidate);
        (await world.Stock("SKU", "W1")).Available.Should().Be(6);
    }

    [Fact]
    public async Task Twenty_buyers_of_the_last_unit_get_it_once()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 1);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => world.Place($"O{i}", "SKU", 1)));

        replies.Count(reply => reply.Value!.Status == OrderStatus.Allocated).Should().Be(1);
        replies.Count(reply => reply.Value!.Status == OrderStatus.Backordered).Should().Be(19);
        (await world.Stock("SKU", "W1")).Reserved.Should().Be(1);
    }

    [Fact]
    public async Task The_same_order_sent_twenty_times_at_once_is_one_order_and_nineteen_replays()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 100);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.Place("O1", "SKU", 2)));

        replies.Count(reply => reply.Status == ReplyStatus.Created).Should().Be(1);
        replies.Count(reply => reply.Replayed).Should().Be(19);
        (await world.Stock("SKU", "W1")).Reserved.Should().Be(2);
    }

    [Fact]
    public async Task Another_body_under_the_same_number_is_a_conflict()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 100);
        await world.Place("O1", "SKU", 2);

        (await world.Place("O1", "SKU", 3)).Refusal.Should().Be(Refusal.Conflict);
    }

    [Fact]
    public async Task An_order_that_may_not_wait_is_rejected_and_holds_nothing()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);

        var reply = await world.Place("O1", "SKU", 6, policy: new(AllowBackorder: false));

        reply.Value!.Status.Should().Be(OrderStatus.Rejected);
        reply.Value.Rejection!.Code.Should().Be("insufficient-stock");
        (await world.Stock("SKU", "W1")).Reserved.Should().Be(0);
    }

    [Fact]
    public async Task An_unknown_product_is_named_and_nothing_is_stored()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);

        var reply = await world.Place("O1", [new(1, "SKU", 1), new(2, "NOPE", 1)]);

        reply.Faults.Should().ContainSingle().Which.Pointer.Should().Be("/lines/1/sku");
        (await world.Order("O1").Get()).Should().BeNull();
    }
}
