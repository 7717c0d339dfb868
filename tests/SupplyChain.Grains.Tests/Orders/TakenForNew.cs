using FluentAssertions;
using Orleans.Core.Internal;
using Xunit;

namespace SupplyChain.Orders;

/// <summary>Orders that their caller places for the first time are not looked up; the journal finds out.</summary>
public sealed class TakenForNew(OneSilo silo)
{
    [Fact]
    public async Task An_order_that_is_new_is_placed_and_later_found_as_one()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 10);

        CallContext.Creates = true;
        var placed = await world.Place("O1", "SKU", 4);
        CallContext.Creates = false;
        var again = await world.Place("O1", "SKU", 4);

        placed.Status.Should().Be(ReplyStatus.Created);
        again.Replayed.Should().BeTrue();
        (await world.Stock("SKU", "W1")).Reserved.Should().Be(4);
    }

    [Fact]
    public async Task An_order_that_exists_and_sleeps_is_neither_placed_twice_nor_changed()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 10);
        await world.Place("O1", "SKU", 4);
        var before = await silo.RecordedAsync(world);
        await SleepAsync(world, "O1");

        var repeated = await RepeatedAsync(() => world.Place("O1", "SKU", 4));
        await SleepAsync(world, "O1");
        var other = await RepeatedAsync(() => world.Place("O1", "SKU", 5));

        repeated.Reply.Replayed.Should().BeTrue();
        other.Reply.Refusal.Should().Be(Refusal.Conflict);
        repeated.Attempts.Should().BeGreaterThan(1, "the first took it for new");
        other.Attempts.Should().BeGreaterThan(1, "the first took it for new");
        (await silo.RecordedAsync(world)).Should().Equal(before);
    }

    [Fact]
    public async Task What_is_refused_of_an_order_that_sleeps_is_not_said_of_one_that_is_taken_for_new()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 10);
        await world.Place("O1", "SKU", 4, pinned: "W1");
        await world.Warehouse("W1").Close(new("flooded"));
        await world.Eventually("O1", order => order.Lines[0].Backordered == 4);
        await SleepAsync(world, "O1");

        var repeated = await RepeatedAsync(() => world.Place("O1", "SKU", 4, pinned: "W1"));

        repeated.Reply.Replayed.Should().BeTrue("a new order for a closed warehouse would be refused");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_question_is_answered_from_the_journal_whatever_the_caller_says(bool newest)
    {
        var world = await silo.NewWorld().With("W1", "SKU", 10);
        await world.Place("O1", "SKU", 4);
        await SleepAsync(world, "O1");

        var missed = await RepeatedAsync(async () => newest
            ? (await world.Order("O1").Amend(new(Priority: 1))).Status == ReplyStatus.NotFound
            : await world.Order("O1").Get() is null);

        missed.Reply.Should().BeFalse("the order exists");
    }

    [Fact]
    public async Task A_condition_is_held_against_what_the_journal_says()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 10);
        var placed = await world.Place("O1", "SKU", 4);
        await SleepAsync(world, "O1");

        CallContext.Creates = true;
        CallContext.Condition = new(Versions.Of([placed.Value!.Version]), null);
        var amended = await world.Order("O1").Amend(new(Priority: 1));
        CallContext.Condition = default;

        amended.Accepted.Should().BeTrue();
    }

    /// <summary>As the SDK asks: the first attempt says that the order is new, and what is unavailable is
    /// repeated.</summary>
    private static async Task<(T Reply, int Attempts)> RepeatedAsync<T>(Func<Task<T>> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            CallContext.Creates = attempt == 1;
            try
            {
                return (await ask(), attempt);
            }
            catch (UnavailableException) when (attempt < 100)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Has an order leave memory.</summary>
    private async Task SleepAsync(World world, OrderId id)
    {
        var order = world.Order(id);
        await order.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (silo.Actors.Ids.Contains(order.GetGrainId()))
        {
            await Task.Delay(5, deadline.Token);
        }
    }
}
