using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Work that many ask for is done once for all who asked before it began.</summary>
public sealed class SharedTurnTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public Task Who_asks_while_it_runs_shares_the_next_run_and_not_the_one_that_runs() => AsAnActor(async () =>
    {
        var (runs, first) = (0, new TaskCompletionSource());
        var begun = new TaskCompletionSource();
        var shared = new SharedTurn(new(), Long, () =>
        {
            begun.TrySetResult();
            return ++runs == 1 ? first.Task : Task.CompletedTask;
        });

        var early = shared.DoneAsync(Long);
        await begun.Task;
        var late = Enumerable.Range(0, 10).Select(_ => shared.DoneAsync(Long)).ToList();
        late.Should().OnlyContain(asked => !asked.IsCompleted, "their run has not begun");
        first.SetResult();
        await Task.WhenAll([early, .. late]);

        runs.Should().Be(2);
    });

    [Fact]
    public Task A_run_that_fails_fails_for_those_who_waited_for_it_and_for_nobody_after() => AsAnActor(async () =>
    {
        var runs = 0;
        var shared = new SharedTurn(new(), Long, () =>
            ++runs == 1 ? Task.FromException(new BusyException("Full.")) : Task.CompletedTask);

        await shared.Invoking(turn => turn.DoneAsync(Long)).Should().ThrowAsync<BusyException>();
        await shared.DoneAsync(Long);

        runs.Should().Be(2);
    });

    [Fact]
    public Task Who_cannot_wait_is_told_so() => AsAnActor(async () =>
    {
        var never = new TaskCompletionSource();
        var shared = new SharedTurn(new(), Long, () => never.Task);

        await shared.Invoking(turn => turn.DoneAsync(TimeSpan.FromMilliseconds(1)))
            .Should().ThrowAsync<UnavailableException>();
    });

    /// <summary>One thread at a time, as in an actor.</summary>
    private static Task AsAnActor(Func<Task> test) => Task.Factory.StartNew(
        test, default, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler).Unwrap();
}
