using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Work that many ask for, on any thread, is done once for all who asked before it began.</summary>
public sealed class SharedRunTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly SharedRun<int> _shared = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_while_it_runs_gets_the_next_run()
    {
        var (runs, done) = (0, new TaskCompletionSource());
        var first = _shared.NextAsync(RunAsync);
        var second = _shared.NextAsync(RunAsync);
        done.SetResult();

        (await first.WaitAsync(Soon, Cancellation)).Should().Be(1);
        (await second.WaitAsync(Soon, Cancellation)).Should().Be(2);

        async Task<int> RunAsync(Action begun)
        {
            begun();
            var run = ++runs;
            await done.Task;
            return run;
        }
    }

    [Fact]
    public async Task All_who_ask_before_it_begins_share_it()
    {
        var (runs, free) = (0, new TaskCompletionSource());
        var all = Enumerable.Range(0, 50).Select(_ => _shared.NextAsync(RunAsync)).ToList();
        free.SetResult();

        (await Task.WhenAll(all).WaitAsync(Soon, Cancellation)).Should().OnlyContain(run => run == 1);

        async Task<int> RunAsync(Action begun)
        {
            await free.Task;
            begun();
            return ++runs;
        }
    }

    [Fact]
    public async Task A_run_that_never_began_fails_for_those_who_waited_and_for_nobody_after()
    {
        var failed = _shared.NextAsync(async _ =>
        {
            await Task.Yield();
            throw new BusyException("Full.");
        });

        await FluentActions.Awaiting(() => failed.WaitAsync(Soon, Cancellation)).Should().ThrowAsync<BusyException>();
        (await _shared.NextAsync(begun => Task.FromResult(7)).WaitAsync(Soon, Cancellation)).Should().Be(7);
    }

    /// <summary>Each caller changes something and asks: the run it gets has to see the change.</summary>
    [Fact]
    public async Task Every_run_sees_what_was_changed_before_it_was_asked_for()
    {
        var changes = 0;
        var callers = Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                for (var i = 0; i < 1_000; i++)
                {
                    var change = Interlocked.Increment(ref changes);
                    (await _shared.NextAsync(RunAsync)).Should().BeGreaterThanOrEqualTo(change);
                }
            },
            Cancellation));

        await Task.WhenAll(callers).WaitAsync(Soon, Cancellation);

        async Task<int> RunAsync(Action begun)
        {
            await Task.Yield();
            begun();
            return Volatile.Read(ref changes);
        }
    }
}
