using Microsoft.Extensions.Time.Testing;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>What passes by itself is asked again, within one deadline.</summary>
public sealed class RepeatingTests
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Delays are whole milliseconds.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task What_was_not_answered_is_asked_again_under_the_same_id()
    {
        ScriptedOrder order = null!;
        order = new(async call =>
        {
            switch (call)
            {
                case 1:
                    throw new UnavailableException("nobody is there");
                case 2:
                    await Task.Delay(TimeSpan.FromSeconds(3), order.Clock);
                    throw new TimeoutException();
                case 3:
                    throw new BusyException("too much is waiting");
                default:
                    return ScriptedOrder.Created;
            }
        });

        (await order.PlaceAsync()).Should().BeSameAs(ScriptedOrder.Created);

        order.Heard.Should().HaveCount(4).And.OnlyContain(
            call => call.Key == "demo/O-1" && ReferenceEquals(call.Command, ScriptedOrder.Command));
        order.Heard.Select(call => call.Correlation).Distinct().Should().ContainSingle("it is one request")
            .Which.Should().NotBeEmpty();
        order.Elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(3)).And.BeLessThan(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task What_would_be_answered_after_the_deadline_is_not_asked_again()
    {
        var (clock, answers, deadline) = (new FakeTimeProvider(), TimeSpan.FromSeconds(5), ScriptedOrder.Deadline);
        var window = new CallWindow(clock, deadline);
        for (var answered = 0; answered < 200; answered++)
        {
            var answer = new TaskCompletionSource<string>();
            var slow = window.CallAsync(() => answer.Task, deadline, CancellationToken.None);
            clock.Advance(answers);
            answer.SetResult("slowly");
            await slow;
        }
        var actors = new ScriptedActors().Factory;
        var channel = new CallChannel(actors, clock, new(actors, null, clock)) { Window = window };
        var calls = new Calls(new(), new(), channel);
        var began = clock.GetTimestamp();

        var call = calls.Call<string>(
            "asking", null, () => throw new BusyException("full"), deadline, CancellationToken.None);
        while (!call.IsCompleted)
            clock.Advance(TimeSpan.FromMilliseconds(1));

        await call.Invoking(asked => asked).Should().ThrowAsync<BusyException>();
        clock.GetElapsedTime(began).Should().BeLessThan(deadline - answers);
    }

    [Fact]
    public async Task Only_the_first_attempt_says_that_the_order_is_new()
    {
        var order = new ScriptedOrder(call => call < 3
            ? throw new UnavailableException("down")
            : Task.FromResult(ScriptedOrder.Created));

        await order.PlaceAsync();
        await order.PassAsync(order.Client.Orders.AmendAsync("O-1", new(Priority: 1)));
        await order.PlaceAsync();

        order.Heard.Select(call => call.Creates).Should().Equal([true, false, false, false, true]);
    }

    [Fact]
    public async Task An_attempt_under_a_condition_does_not_say_that_the_order_is_new()
    {
        var order = new ScriptedOrder(_ => Task.FromResult(ScriptedOrder.Created));

        await order.PlaceAsync(new() { IfNoneMatch = Versions.Any });

        order.Heard.Should().ContainSingle().Which.Creates.Should().BeFalse();
    }

    [Fact]
    public async Task Pauses_double_up_to_a_second_and_vary_by_half_until_the_deadline_is_near()
    {
        var order = new ScriptedOrder(_ => throw new UnavailableException("down"));

        (await Placing(order).Should().ThrowAsync<UnavailableException>()).WithMessage("down");

        var nominal = FirstPause;
        foreach (var pause in order.Pauses)
        {
            pause.Should().BeGreaterThanOrEqualTo((0.5 * nominal) - Grain).And.BeLessThanOrEqualTo(1.5 * nominal);
            nominal = 2 * nominal < LongestPause ? 2 * nominal : LongestPause;
        }
        nominal.Should().Be(LongestPause);
        order.Elapsed.Should().BeLessThan(ScriptedOrder.Deadline)
            .And.BeGreaterThan(ScriptedOrder.Deadline - (1.5 * LongestPause) - Grain, "it tried as long as it could");
    }

    [Fact]
    public async Task Callers_that_failed_together_do_not_come_back_together()
    {
        var pauses = new List<TimeSpan>();
        for (var caller = 0; caller < 20; caller++)
        {
            var order = new ScriptedOrder(call => call == 1
                ? throw new BusyException("full")
                : Task.FromResult(ScriptedOrder.Created));
            await order.PlaceAsync();
            pauses.Add(order.Pauses.Single());
        }

        pauses.Distinct().Should().HaveCountGreaterThan(1);
    }

    [Fact]
    public async Task Who_gets_no_answer_at_all_is_told_at_the_deadline_that_repeating_is_safe()
    {
        var order = new ScriptedOrder(_ => new TaskCompletionSource<OrderReply>().Task);

        (await Placing(order).Should().ThrowAsync<UnavailableException>())
            .WithMessage("order.place * repeating it with the same id is safe.");

        order.Elapsed.Should().Be(ScriptedOrder.Deadline);
        order.Heard.Should().ContainSingle();
    }

    [Theory]
    [InlineData(8_000, 7_500)]
    [InlineData(1_200, 700)]
    [InlineData(1_000, 500)]
    [InlineData(100, 50)]
    public async Task An_actor_is_told_to_answer_before_the_caller_gives_up(int deadlineMs, int toldMs)
    {
        var order = new ScriptedOrder(
            call => call == 1 ? throw new BusyException("full") : Task.FromResult(ScriptedOrder.Created),
            TimeSpan.FromMilliseconds(deadlineMs));

        await order.PlaceAsync();

        order.Heard.Should().HaveCount(2).And.OnlyContain(
            call => call.Deadline == TimeSpan.FromMilliseconds(toldMs), "there is one deadline for all attempts");
    }

    [Fact]
    public async Task What_does_not_pass_by_itself_is_not_asked_again()
    {
        var order = new ScriptedOrder(_ => throw new InvalidOperationException("a bug"));

        await Placing(order).Should().ThrowAsync<InvalidOperationException>().WithMessage("a bug");

        order.Heard.Should().ContainSingle();
    }

    [Fact]
    public async Task A_refusal_is_an_answer()
    {
        var refused = new OrderReply { Status = ReplyStatus.Refused, Refusal = Refusal.Conflict };
        var order = new ScriptedOrder(_ => Task.FromResult(refused));

        (await order.PlaceAsync()).Should().BeSameAs(refused);

        order.Heard.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_does_not_want_an_answer_any_more_asks_no_more(bool whilePausing)
    {
        var order = new ScriptedOrder(_ => whilePausing
            ? throw new UnavailableException("down")
            : new TaskCompletionSource<OrderReply>().Task);
        using var left = new CancellationTokenSource();
        var placing = order.Client.Orders.PlaceAsync("O-1", ScriptedOrder.Command, left.Token);

        await left.CancelAsync();

        await FluentActions.Awaiting(() => order.PassAsync(placing))
            .Should().ThrowAsync<OperationCanceledException>();
        order.Heard.Should().ContainSingle();
    }

    private static Func<Task<OrderReply>> Placing(ScriptedOrder order) => () => order.PlaceAsync();
}
