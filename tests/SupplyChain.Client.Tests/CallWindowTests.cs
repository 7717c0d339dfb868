using Microsoft.Extensions.Time.Testing;

namespace SupplyChain;

public sealed class CallWindowTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan RealPatience = TimeSpan.FromSeconds(10);
    private readonly FakeTimeProvider _clock = new();
    private readonly CallWindow _window;
    private readonly List<int> _begun = [];
    private readonly List<TaskCompletionSource<int>> _answers = [];
    private readonly List<TaskCompletionSource> _made = [];
    private readonly List<Task<int>> _calls = [];

    public CallWindowTests() => _window = new(_clock, Patience);

    [Theory]
    [InlineData(1_500, 1, 0)]
    [InlineData(3_000, 2, 1)] // Slow answers close the window, by half of what they leave.
    public async Task Those_that_wait_take_turns_until_only_the_youngest_has_time_left(
        int waitedMs, int answers, int next)
    {
        var full = _window.Size;
        Call(full + 2);
        _begun.Should().Equal(Enumerable.Range(0, full));

        _clock.Advance(TimeSpan.FromMilliseconds(waitedMs));
        for (var answer = 0; answer < answers; answer++)
            await AnswerAsync(answer);

        await _made[full + next].Task.WaitAsync(TimeSpan.FromSeconds(10));
        _begun.Should().HaveCount(full + 1);
    }

    [Fact]
    public async Task Who_waits_longer_than_he_has_patience_is_told_that_nothing_was_sent()
    {
        var full = _window.Size;
        Call(full + 1);

        _clock.Advance(Patience);

        await FluentActions.Awaiting(() => _calls[full]).Should().ThrowAsync<BusyException>();
        await AnswerAsync(0);
        _begun.Should().HaveCount(full, "nobody waits any more");
        while (_calls.Count(call => !call.IsCompleted) >= _window.Size)
            await AnswerAsync(_calls.FindIndex(call => !call.IsCompleted));
        Call(1);
        _begun.Should().HaveCount(full + 1, "its room is free");
    }

    [Fact]
    public async Task Slow_answers_and_failures_close_the_window_as_far_as_the_least()
    {
        Call(4);
        var before = _window.Size;
        _clock.Advance(TimeSpan.FromSeconds(3));
        await AnswerAsync(0);
        await AnswerAsync(1);
        _window.Size.Should().Be(before - 1);
        for (var call = 2; call < 4; call++)
        {
            _answers[call].SetException(new UnavailableException("down"));
            await FluentActions.Awaiting(() => _calls[call]).Should().ThrowAsync<UnavailableException>();
        }
        _window.Size.Should().Be(before - 2);

        for (var call = 4; call < 4 + 2 * before; call++)
        {
            Call(1);
            _answers[call].SetException(new TimeoutException());
            await FluentActions.Awaiting(() => _calls[call]).Should().ThrowAsync<TimeoutException>();
        }

        _window.Size.Should().Be(CallWindow.MinSize);
    }

    [Fact]
    public async Task Fast_answers_open_it_while_it_is_used()
    {
        var before = _window.Size;
        Call(1);
        await AnswerAsync(0);
        _window.Size.Should().Be(before, "one call at a time needs no more");

        Call(before);
        for (var call = 1; call <= before / 2; call++)
            await AnswerAsync(call);

        _window.Size.Should().BeGreaterThan(before);
    }

    [Fact]
    public async Task What_would_be_answered_after_its_deadline_is_refused_at_once()
    {
        var full = await AnswerSlowlyAsync(Patience / 2);
        _window.ExpectedTime.Should().BeCloseTo(Patience / 2, TimeSpan.FromMilliseconds(1), "so long answers take");

        var room = _window.Size;
        Call(2 * room); // Half are under way, the others come after them: just in time.
        _calls.Skip(full).Should().OnlyContain(call => !call.IsCompleted);
        Call(2);

        await FluentActions.Awaiting(() => _calls[^1].WaitAsync(RealPatience)).Should().ThrowAsync<BusyException>();
        _begun.Should().HaveCount(full + room, "it was not sent");
        for (var call = full; call < full + room; call++)
            await AnswerAsync(call);
        _window.ExpectedTime.Should().BeLessThan(Patience, "those that waited are under way");
    }

    [Fact]
    public async Task Who_has_no_time_left_for_an_answer_is_not_sent()
    {
        var full = await AnswerSlowlyAsync(Patience / 2);
        var room = _window.Size;
        Call(room + 1);

        _clock.Advance((Patience / 2) + TimeSpan.FromSeconds(1));
        await AnswerAsync(full);
        await AnswerAsync(full + 1); // Slow answers close the window, by half of what they leave.

        await FluentActions.Awaiting(() => _calls[^1].WaitAsync(RealPatience)).Should().ThrowAsync<BusyException>();
        _begun.Should().HaveCount(full + room);
    }

    // On a thread without a context, so that what an answer sets free happens before the next line.
    [Fact]
    public Task Who_is_refused_while_his_patience_ends_gives_back_no_room() => Task.Run(async () =>
    {
        var full = await AnswerSlowlyAsync(Patience / 2);
        var room = _window.Size;
        Call(room + 1);
        var waiting = _calls[^1];

        _clock.Advance((Patience / 2) + TimeSpan.FromSeconds(1));
        _answers[full].SetResult(full);
        _answers[full + 1].SetResult(full + 1); // It is refused, which it hears in a moment.
        _clock.Advance(Patience);

        await FluentActions.Awaiting(() => waiting.WaitAsync(RealPatience)).Should().ThrowAsync<BusyException>();
        var sent = _begun.Count;
        var left = _window.Size - (room - 2);
        Call(left + 1);
        _begun.Should().HaveCount(sent + left, "two were answered");
    });

    [Fact]
    public async Task Failures_say_nothing_about_how_long_answers_take()
    {
        Call(1);
        _clock.Advance(Patience / 2);
        _answers[0].SetException(new TimeoutException());
        await FluentActions.Awaiting(() => _calls[0]).Should().ThrowAsync<TimeoutException>();

        _window.ExpectedTime.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task Refusals_and_faults_of_the_caller_are_answers()
    {
        Call(1);
        var before = _window.Size;
        _answers[0].SetException(new ArgumentException("faulty"));
        await FluentActions.Awaiting(() => _calls[0]).Should().ThrowAsync<ArgumentException>();

        _window.Size.Should().Be(before);
    }

    [Fact]
    public async Task Who_leaves_while_he_waits_takes_no_room()
    {
        var full = _window.Size;
        Call(full);
        using var left = new CancellationTokenSource();
        var waiting = _window.CallAsync(() => Task.FromResult(1), Patience, left.Token);

        await left.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        await AnswerAsync(0);
        Call(1);
        _begun.Should().HaveCount(full + 1);
    }

    private void Call(int count)
    {
        for (var made = 0; made < count; made++)
        {
            var (number, answer) = (_calls.Count, new TaskCompletionSource<int>());
            _answers.Add(answer);
            _made.Add(new());
            _calls.Add(_window.CallAsync(
                () =>
                {
                    lock (_begun)
                        _begun.Add(number);
                    _made[number].SetResult();
                    return answer.Task;
                },
                Patience, CancellationToken.None));
        }
    }

    /// <summary>Answers as many calls as there is room for after that time; how many they were.</summary>
    private async Task<int> AnswerSlowlyAsync(TimeSpan took)
    {
        var full = _window.Size;
        Call(full);
        _clock.Advance(took);
        for (var call = 0; call < full; call++)
            await AnswerAsync(call);
        return full;
    }

    private async Task AnswerAsync(int number)
    {
        _answers[number].SetResult(number);
        await _calls[number];
    }
}
