using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Who waits for a change misses none.</summary>
public sealed class ChangeSignalTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly ChangeSignal _signal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_changed_after_the_look_is_not_waited_for()
    {
        var seen = _signal.Count;
        _signal.Raise();

        await _signal.WaitAsync(seen, Cancellation).WaitAsync(Soon, Cancellation);
        (await _signal.WaitAsync(seen, Soon, Cancellation)).Should().BeTrue();
    }

    [Fact]
    public async Task A_change_wakes_all_who_wait_for_it()
    {
        var waiting = Enumerable.Range(0, 50).Select(_ => _signal.WaitAsync(_signal.Count, Cancellation)).ToList();
        waiting.Should().OnlyContain(wait => !wait.IsCompleted);

        _signal.Raise();
        await Task.WhenAll(waiting).WaitAsync(Soon, Cancellation);

        _signal.WaitAsync(_signal.Count, Cancellation).IsCompleted.Should().BeFalse("that change is over");
    }

    [Fact]
    public async Task Without_a_change_the_timeout_ends_the_wait()
    {
        (await _signal.WaitAsync(_signal.Count, TimeSpan.FromMilliseconds(10), Cancellation)).Should().BeFalse();

        using var enough = new CancellationTokenSource();
        var wait = _signal.WaitAsync(_signal.Count, Soon, enough.Token);
        await enough.CancelAsync();
        await FluentActions.Awaiting(() => wait).Should().ThrowAsync<OperationCanceledException>();
    }

    /// <summary>
    /// Writers and readers take turns by the signal alone: a single wake-up that is lost stops the exchange, and the
    /// test with it.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task No_wake_up_is_lost_however_looks_and_changes_meet(int readers)
    {
        const int Steps = 5_000;
        var (written, answer) = (0, new ChangeSignal());
        var read = new int[readers];

        var all = Enumerable.Range(0, readers)
            .Select(reader => Task.Run(() => ReadAsync(reader), Cancellation))
            .Append(Task.Run(WriteAsync, Cancellation));
        await Task.WhenAll(all).WaitAsync(Soon, Cancellation);

        read.Should().OnlyContain(step => step == Steps);

        async Task WriteAsync()
        {
            while (written < Steps)
            {
                Volatile.Write(ref written, written + 1);
                _signal.Raise();
                await UntilAsync(answer, () => Enumerable.Range(0, readers).All(
                    reader => Volatile.Read(ref read[reader]) == written));
            }
        }

        async Task ReadAsync(int reader)
        {
            for (var next = 1; next <= Steps; next++)
            {
                await UntilAsync(_signal, () => Volatile.Read(ref written) >= next);
                Volatile.Write(ref read[reader], next);
                answer.Raise();
            }
        }
    }

    private static async Task UntilAsync(ChangeSignal signal, Func<bool> reached)
    {
        while (true)
        {
            var seen = signal.Count;
            if (reached())
                return;
            await signal.WaitAsync(seen, Cancellation);
        }
    }
}
