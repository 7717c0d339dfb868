using FluentAssertions;
using SupplyChain.Journal;
using Xunit;

namespace SupplyChain.Events;

/// <summary>Consumers: where they are is kept, and how far they lag is counted.</summary>
public sealed class KeepingPositions(OneSilo silo)
{
    private readonly World _world = silo.NewWorld();

    private IConsumersGrain Consumers => _world.Actor<IConsumersGrain>(IConsumersGrain.Id);

    [Fact]
    public async Task A_position_is_kept_and_the_lag_behind_it_counted()
    {
        await ProductsAsync(5);
        var feed = (await _world.Operations().Events(new(null, 100, [])))!;

        var kept = await Consumers.Put(new("mirror", feed.Events[1].Position!));

        kept.Status.Should().Be(ReplyStatus.Created);
        kept.Value!.LagEvents.Should().Be(3, "two of five events were dealt with");
        kept.Value.LagMs.Should().BeGreaterThanOrEqualTo(0);
        (await Consumers.Find("mirror"))!.Position.Should().Be(feed.Events[1].Position);
        var atEnd = await Consumers.Put(new("mirror", feed.Next));
        atEnd.Value.Should().BeEquivalentTo(new { LagEvents = 0L, LagMs = 0L, Version = 2L });
    }

    [Fact]
    public async Task Events_of_other_tenants_are_no_lag()
    {
        var position = (await silo.Journal.TailPositionAsync()).ToString();
        await silo.NewWorld().Product("P");
        await ProductsAsync(1);

        (await Consumers.Put(new("mirror", position))).Value!.LagEvents.Should().Be(1);
    }

    [Fact]
    public async Task Kept_again_nothing_changes_and_kept_earlier_it_reads_again()
    {
        await ProductsAsync(2);
        var (first, second) = await PositionsAsync();
        var kept = await Consumers.Put(new("mirror", second));

        (await Consumers.Put(new("mirror", second))).Should().BeEquivalentTo(
            new { Status = ReplyStatus.Replayed, Value = new { kept.Value!.UpdatedAt, Version = 1L } });
        (await Consumers.Put(new("mirror", first))).Value!.LagEvents.Should().Be(1);
    }

    [Theory]
    [InlineData("nonsense", "/position")]
    [InlineData("", "/position")]
    [InlineData("7fffffffffffffff-0-1", "/position")]
    public async Task A_place_that_the_feed_does_not_have_is_refused(string position, string where)
    {
        var reply = await Consumers.Put(new("mirror", position));

        reply.Status.Should().Be(ReplyStatus.Invalid);
        reply.Faults.Should().ContainSingle().Which.Pointer.Should().Be(where);
        (await Consumers.Find("mirror")).Should().BeNull();
    }

    [Fact]
    public async Task A_condition_on_another_version_changes_nothing()
    {
        await ProductsAsync(2);
        var (first, second) = await PositionsAsync();
        await Consumers.Put(new("mirror", first));

        CallContext.Condition = new(7, null);
        var refused = await Consumers.Put(new("mirror", second));
        CallContext.Condition = default;

        refused.Refusal.Should().Be(Refusal.VersionMismatch);
        (await Consumers.Find("mirror"))!.Position.Should().Be(first);
    }

    [Fact]
    public async Task There_are_a_hundred_of_them_at_most_and_one_that_is_forgotten_makes_room()
    {
        await ProductsAsync(1);
        var (position, _) = await PositionsAsync();
        for (var i = 0; i < 100; i++)
            (await Consumers.Put(new($"C-{i}", position))).Accepted.Should().BeTrue();

        (await Consumers.Put(new("one-more", position))).Status.Should().Be(ReplyStatus.Invalid);
        (await Consumers.Delete("C-7")).Status.Should().Be(ReplyStatus.Done);
        (await Consumers.Delete("C-7")).Status.Should().Be(ReplyStatus.NotFound);
        (await Consumers.Put(new("one-more", position))).Status.Should().Be(ReplyStatus.Created);
        (await Consumers.List()).Should().HaveCount(100).And.BeInAscendingOrder(one => one.Name);
    }

    private async Task ProductsAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await _world.Product($"P{i}");
    }

    private async Task<(string First, string Last)> PositionsAsync()
    {
        var feed = (await _world.Operations().Events(new(null, 100, [])))!;
        return (feed.Events[0].Position!, feed.Events[^1].Position!);
    }
}
