using System.Collections.Concurrent;

namespace SupplyChain.Journal.Postgres;

public sealed class CoalescerTests : IAsyncDisposable
{
    private readonly ConcurrentQueue<int> _batches = new();
    private readonly TaskCompletionSource _gate = new();
    private readonly Coalescer<int, string> _coalescer;

    public CoalescerTests() => _coalescer = new(ServeAsync, atOnce: 10, workers: 2);

    public async ValueTask DisposeAsync()
    {
        _gate.TrySetResult();
        await _coalescer.DisposeAsync();
    }

    [Fact]
    public async Task Who_asks_while_others_are_served_shares_the_next_question()
    {
        var asked = Enumerable.Range(0, 52).Select(n => _coalescer.AskAsync(n, default)).ToList();
        _gate.SetResult();

        (await Task.WhenAll(asked).Soon()).Should().Equal(Enumerable.Range(0, 52).Select(n => $"{n}"));

        _batches.Should().OnlyContain(size => size <= 10).And.HaveCountLessThan(20);
    }

    [Fact]
    public async Task When_the_database_is_gone_nobody_waits_in_line_for_the_same_answer()
    {
        var asked = Enumerable.Range(0, 1_000).Select(n => _coalescer.AskAsync(n, default)).ToList();
        _gate.SetException(new JournalUnavailableException("gone"));

        foreach (var answer in asked)
        {
            await answer.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalUnavailableException>();
        }
        _batches.Should().HaveCountLessThan(10);
    }

    [Fact]
    public async Task Who_no_longer_wants_to_know_is_left_out()
    {
        using var enough = new CancellationTokenSource();
        var first = new[] { await ServedAsync(0), await ServedAsync(1) };
        var cancelled = Enumerable.Range(2, 5).Select(n => _coalescer.AskAsync(n, enough.Token)).ToList();
        var last = _coalescer.AskAsync(9, default);
        await enough.CancelAsync();
        _gate.SetResult();

        (await last.Soon()).Should().Be("9");
        await Task.WhenAll(first).Soon();
        foreach (var answer in cancelled)
        {
            await answer.Awaiting(task => task.Soon()).Should().ThrowAsync<OperationCanceledException>();
        }
        _batches.Sum().Should().Be(3);
    }

    [Fact]
    public async Task A_closed_one_says_so()
    {
        await DisposeAsync();

        await _coalescer.Awaiting(it => it.AskAsync(1, default).Soon())
            .Should().ThrowAsync<JournalUnavailableException>();
    }

    /// <summary>Asks, and waits until a worker is busy with it.</summary>
    private async Task<Task<string>> ServedAsync(int request)
    {
        var before = _batches.Count;
        var answer = _coalescer.AskAsync(request, default);
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (_batches.Count == before)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), enough.Token);
        }
        return answer;
    }

    private async Task<IReadOnlyList<string>> ServeAsync(IReadOnlyList<int> asked)
    {
        _batches.Enqueue(asked.Count);
        await _gate.Task;
        return [.. asked.Select(n => $"{n}")];
    }
}
