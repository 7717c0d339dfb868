using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal;

public sealed class GroupCommitTests : IAsyncDisposable
{
    private readonly GatedStore _store = new();
    private readonly FakeTimeProvider _clock = new(Now);
    private readonly JournalMetrics _metrics = new();
    private readonly GroupCommit _commits;

    public GroupCommitTests() => _commits = new(
        _store, new() { QueuedEvents = 100, BatchEvents = 10, BatchBytes = 5_000 }, _clock, NullLogger.Instance,
        TaskScheduler.Default, _metrics);

    public async ValueTask DisposeAsync()
    {
        _store.CommitAll();
        await _commits.DisposeAsync().AsTask().Soon();
        _metrics.Dispose();
    }

    [Fact]
    public async Task A_batch_is_whatever_waited_while_the_last_commit_was_in_flight()
    {
        var first = NewPen().Append(Event());
        (await _store.NextAsync()).Should().HaveCount(1);
        var others = Enumerable.Range(0, 4).Select(_ => NewPen().Append(Event(), Event())).ToList();
        _store.Commit();

        (await _store.NextAsync()).Should().HaveCount(8);

        await first.Soon();
        others.Should().OnlyContain(append => !append.IsCompleted);
        _store.Commit();
        await Task.WhenAll(others).Soon();
    }

    [Fact]
    public async Task A_heartbeat_is_written_only_when_nothing_else_proves_as_much()
    {
        var append = NewPen().Append(Event());
        await _store.NextAsync();
        var (beat, behind) = (_commits.BeatAsync(), NewPen().Append(Event()));
        _store.Commit();
        (await _store.NextAsync()).Should().HaveCount(1);
        _store.Commit();
        await Task.WhenAll(append, beat, behind).Soon();
        _store.Beats.Should().Be(0);

        var alone = _commits.BeatAsync();
        _store.Commit();

        await alone.Soon();
        _store.Beats.Should().Be(1);
    }

    [Fact]
    public async Task Failing_lasts_from_the_first_failure_to_the_next_success()
    {
        _metrics.EverWritten.Should().BeFalse();
        var lost = _commits.BeatAsync();
        _store.Fail(new IOException("The disk is full."));
        await lost.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalUnavailableException>();
        _metrics.Failing.Should().BePositive();
        _metrics.EverWritten.Should().BeFalse();

        var beat = _commits.BeatAsync();
        _store.Commit();
        await beat.Soon();

        _metrics.Failing.Should().Be(TimeSpan.Zero);
        _metrics.EverWritten.Should().BeTrue();
    }

    [Fact]
    public async Task A_batch_is_bounded_in_events_and_bytes_and_never_splits_an_append()
    {
        var blocker = NewPen().Append(Event());
        await _store.NextAsync();
        var many = NewPen().Append([.. Enumerable.Repeat(Event(), 8)]);
        var more = NewPen().Append([.. Enumerable.Repeat(Event(), 30)]);
        var large = NewPen().Append(Event(new string('x', 4_000)));
        var alsoLarge = NewPen().Append(Event(new string('x', 4_000)));

        var sizes = new List<int>();
        for (var n = 0; n < 4; n++)
        {
            _store.Commit();
            sizes.Add((await _store.NextAsync()).Count);
        }
        _store.Commit();

        sizes.Should().Equal(8, 30, 1, 1);
        await Task.WhenAll(blocker, many, more, large, alsoLarge).Soon();
    }

    [Fact]
    public async Task What_expires_while_it_waits_is_dropped_and_its_successors_with_it()
    {
        var (pen, other) = (NewPen(), NewPen());
        var inFlight = pen.AppendBefore(Now.AddSeconds(1), Event("in flight"));
        await _store.NextAsync();
        var late = pen.AppendBefore(Now.AddSeconds(1), Event("late"));
        var behind = pen.Append(Event("behind"));
        var patient = other.AppendBefore(Now.AddSeconds(9), Event("patient"));
        _clock.Advance(TimeSpan.FromSeconds(2));
        _store.CommitAll();

        await inFlight.Soon();
        await late.Awaiting(task => task.Soon()).Should().ThrowAsync<DeadlineExpiredException>();
        await behind.Awaiting(task => task.Soon()).Should().ThrowAsync<DeadlineExpiredException>();
        await patient.Soon();
        _store.Rows.Select(row => row.Text()).Should().Equal("in flight", "patient");
    }

    [Fact]
    public async Task What_expires_while_the_store_is_not_ready_is_never_sent()
    {
        var ready = new TaskCompletionSource();
        _store.Ready = () => ready.Task;
        _store.CommitAll();
        var late = NewPen().AppendBefore(Now.AddMinutes(1), Event("late"));
        var patient = NewPen().AppendBefore(Now.AddMinutes(9), Event("patient"));
        _clock.Advance(TimeSpan.FromMinutes(5));
        ready.SetResult();

        await late.Awaiting(task => task.Soon()).Should().ThrowAsync<DeadlineExpiredException>();
        await patient.Soon();
        _store.Rows.Select(row => row.Text()).Should().Equal("patient");
    }

    [Fact]
    public async Task When_the_store_is_down_all_that_waits_fails_at_once_however_much_it_is()
    {
        var (asked, ready, never) =
            (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        _store.Ready = () =>
        {
            asked.TrySetResult();
            return ready.Task;
        };
        _store.CommitAll();
        var many = Enumerable.Range(0, 50).Select(_ => NewPen().Append(Event())).ToList();
        await asked.Task.Soon();
        _store.Ready = () => never.Task; // whoever is still queued then would wait for ever

        ready.SetException(new IOException("the server is gone"));

        foreach (var append in many)
        {
            await append.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalUnavailableException>();
        }
        _store.Rows.Should().BeEmpty();
        _store.Ready = () => Task.CompletedTask;
        never.SetResult();
        await NewPen().Append(Event()).Soon();
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\ud800')]
    [InlineData('\udc00')]
    public async Task A_text_that_cannot_be_stored_is_refused_before_it_hurts_others(char letter)
    {
        _store.CommitAll();
        var pen = NewPen();

        await pen.Awaiting(it => it.Append(Event(cause: $"a{letter}b"))).Should().ThrowAsync<ArgumentException>();
        await pen.Append(Event(cause: "a\ud83d\ude00b")).Soon();

        pen.Version.Should().Be(1);
    }

    [Fact]
    public async Task An_unknown_outcome_fails_the_whole_batch_and_only_it()
    {
        var (one, two) = (NewPen(), NewPen());
        var blocker = NewPen().Append(Event());
        await _store.NextAsync();
        Task[] batch = [one.Append(Event()), two.Append(Event())];
        _store.Commit();
        (await _store.NextAsync()).Should().HaveCount(2);
        var queuedBehind = two.Append(Event());
        var other = NewPen().Append(Event("other"));
        _store.Fail(new IOException("the disk is gone"));
        _store.CommitAll();

        foreach (var append in batch.Append(queuedBehind))
        {
            await append.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalUnavailableException>();
        }
        await Task.WhenAll(blocker, other).Soon();
        _store.Rows.Should().HaveCount(2).And.Contain(row => row.Text() == "other");
    }

    [Fact]
    public async Task A_violation_that_nothing_explains_is_tried_again_and_then_given_up()
    {
        var (lucky, unlucky) = (NewPen().Append(Event("lucky")), NewPen());
        _store.ReportViolation();
        await _store.NextAsync();
        _store.Commit();
        await lucky.Soon();

        var lost = unlucky.Append(Event("unlucky"));
        for (var n = 0; n < 20; n++)
        {
            _store.ReportViolation();
        }

        await lost.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalUnavailableException>();
    }

    [Fact]
    public async Task Completions_keep_the_queues_order_and_stay_off_the_writers_thread()
    {
        var completed = new List<int>();
        using var thread = new Sqlite.DedicatedThread("writer under test");
        var store = new GatedStore();
        await using var commits = new GroupCommit(store, new(), _clock, NullLogger.Instance, thread, _metrics);
        var pen = commits.PenFor(NewStream(), 0, []);
        using var actor = new Sqlite.DedicatedThread("actor under test");

        await actor.RunAsync(async () =>
        {
            var appends = Enumerable.Range(0, 200).Select(async n =>
            {
                await pen.Append(Event());
                Thread.CurrentThread.Name.Should().Be("actor under test");
                completed.Add(n);
            }).ToList();
            store.CommitAll(); // All wait; who finds his append done already would not.
            await Task.WhenAll(appends);
            return true;
        }).Unwrap().Soon();

        completed.Should().Equal(Enumerable.Range(0, 200));
    }

    [Fact]
    public async Task What_was_begun_still_finds_room_when_newcomers_are_refused()
    {
        var begun = NewPen();
        var first = begun.Append(Event());
        await _store.NextAsync();
        _store.Commit();
        await first.Soon();
        var waiting = NewPen().Append([.. Enumerable.Repeat(Event(), 75)]);

        var newcomer = NewPen();
        var refused = () => { _ = newcomer.Append([.. Enumerable.Repeat(Event(), 10)]); };
        refused.Should().Throw<JournalBusyException>();
        var next = begun.Append([.. Enumerable.Repeat(Event(), 10)]);
        var full = () => { _ = begun.Append([.. Enumerable.Repeat(Event(), 20)]); };
        full.Should().Throw<JournalBusyException>();

        _store.CommitAll();
        await Task.WhenAll(waiting, next).Soon();
    }

    [Fact]
    public async Task An_append_larger_than_the_queue_is_taken_when_it_is_alone()
    {
        _store.CommitAll();
        var pen = NewPen();

        await pen.Append([.. Enumerable.Repeat(Event(), 150)]).Soon();

        pen.Version.Should().Be(150);
    }

    [Fact]
    public async Task An_append_without_events_is_a_mistake() =>
        await NewPen().Awaiting(pen => pen.Append()).Should().ThrowAsync<ArgumentException>();

    private Pen NewPen() => _commits.PenFor(NewStream(), 0, []);
}
