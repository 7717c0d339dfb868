using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>Commands on a version of an entity, or on none.</summary>
public sealed class ConditionTests
{
    private static readonly CallOptions AtThree = new() { IfMatch = 3 };

    [Fact]
    public async Task A_condition_reaches_the_actor_with_the_command_and_with_no_other()
    {
        var order = new ScriptedOrder(_ => Task.FromResult(ScriptedOrder.Created));

        await order.Client.With(AtThree).Orders.AmendAsync("O-1", new(Priority: 1));
        await order.Client.Orders.AmendAsync("O-1", new(Priority: 2));

        order.Heard.Select(call => call.Condition).Should().Equal(new Precondition(3, null), default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_command_that_may_have_been_carried_out_is_not_repeated_since_it_would_miss_its_version(
        bool mustBeNew)
    {
        var options = mustBeNew ? new() { IfNoneMatch = Versions.Any } : AtThree;
        var order = new ScriptedOrder(_ => throw new UnavailableException("who knows"));

        await FluentActions.Awaiting(() => order.PlaceAsync(options)).Should().ThrowAsync<UnavailableException>();

        order.Heard.Should().ContainSingle();
        order.Elapsed.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_command_of_which_nothing_was_stored_is_repeated_under_its_condition()
    {
        var order = new ScriptedOrder(call => call < 3
            ? throw new BusyException("full")
            : Task.FromResult(ScriptedOrder.Created));

        await order.PlaceAsync(AtThree);

        order.Heard.Should().HaveCount(3).And.OnlyContain(call => call.Condition == new Precondition(3, null));
    }
}
