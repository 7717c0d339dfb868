using System.Diagnostics;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Journal;
using SupplyChain.Operations;
using Xunit;

namespace SupplyChain.Events;

/// <summary>One follower a silo answers its readers, and whatever happens to it they miss nothing.</summary>
public sealed class FollowingTheFeed : IAsyncLifetime
{
    private const string Mine = "mine";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1.5);

    private readonly HeldJournal _journal = new();
    private EventFollower _follower = null!;
    private EventFeed _feed = null!;

    [Fact]
    public async Task Many_readers_at_the_end_cost_no_reads_of_the_journal()
    {
        await FollowAsync();
        var before = _journal.Reads;

        var readers = Enumerable.Range(0, 100).Select(_ => ReadAsync(from: 0, until: 500, limit: 50)).ToArray();
        for (var i = 0; i < 10; i++)
        {
            _journal.Append(Mine, 50);
            await Task.Delay(5);
        }

        foreach (var read in await Task.WhenAll(readers))
        {
            read.Should().Equal(Numbers(1, 500));
        }
        (_journal.Reads - before).Should().BeLessThan(100, "the follower reads for all of them");
    }

    [Fact]
    public async Task A_reader_at_the_end_waits_and_is_told_at_once()
    {
        await FollowAsync();
        var took = Stopwatch.StartNew();

        var waiting = PageAsync(0, 10);
        await Task.Delay(100);
        waiting.IsCompleted.Should().BeFalse();
        _journal.Append(Mine, 1);

        (await waiting).Events.Should().ContainSingle();
        took.Elapsed.Should().BeLessThan(Wait);
    }

    [Fact]
    public async Task A_reader_is_answered_in_time_when_nothing_it_wants_comes()
    {
        await FollowAsync();
        _journal.Append("another", 3);

        var page = await PageAsync(0, 10);

        page.Should().BeEquivalentTo(new { Events = Array.Empty<PublishedEvent>(), AtEnd = true });
        page.Next.Should().Be(new Position(0, 0, 3).ToString(), "it need not look at them again");
    }

    [Fact]
    public async Task Who_is_left_behind_by_the_window_reads_the_journal_and_misses_nothing()
    {
        await FollowAsync(maxEvents: 20);
        var slow = ReadAsync(from: 0, until: 1_000, limit: 7, pause: 1);
        for (var i = 0; i < 20; i++)
        {
            _journal.Append(Mine, 50);
            await Task.Delay(1);
        }

        (await slow).Should().Equal(Numbers(1, 1_000));
    }

    [Fact]
    public async Task Many_readers_far_behind_share_what_one_of_them_reads()
    {
        _journal.Append(Mine, 10_000);
        await FollowAsync(maxEvents: 20);
        var before = _journal.Reads;

        var readers = Enumerable.Range(0, 50).Select(_ => ReadAsync(from: 0, until: 10_000, limit: 500));

        foreach (var read in await Task.WhenAll(readers))
        {
            read.Should().Equal(Numbers(1, 10_000));
        }
        (_journal.Reads - before).Should().BeLessThan(100, "alone, each of them would read it 20 times");
    }

    [Fact]
    public async Task A_window_takes_no_more_memory_than_it_may()
    {
        await FollowAsync(maxBytes: 5_000);
        _journal.Append(Mine, 100);

        (await ReadAsync(from: 0, until: 100, limit: 3)).Should().Equal(Numbers(1, 100));
    }

    [Fact]
    public async Task While_the_follower_hangs_readers_go_on()
    {
        await FollowAsync();
        var letGo = _journal.Hold();
        _journal.Append(Mine, 30);

        (await ReadAsync(from: 0, until: 30, limit: 4)).Should().Equal(Numbers(1, 30));
        letGo();
        _journal.Append(Mine, 30);

        (await ReadAsync(from: 30, until: 60, limit: 4)).Should().Equal(Numbers(31, 60));
        (await ReadAsync(from: 0, until: 60, limit: 4)).Should().Equal(Numbers(1, 60));
    }

    [Fact]
    public async Task A_follower_that_failed_goes_on_where_it_was()
    {
        await FollowAsync();
        _journal.Failures = 2;
        var reader = ReadAsync(from: 0, until: 200, limit: 9);
        for (var i = 0; i < 20; i++)
        {
            _journal.Append(Mine, 10);
            await Task.Delay(50);
        }

        (await reader).Should().Equal(Numbers(1, 200));
        _journal.Failures.Should().Be(0);
    }

    [Fact]
    public async Task A_follower_that_begins_anew_continues_what_readers_have()
    {
        await FollowAsync();
        _journal.Append(Mine, 40);
        var first = await ReadAsync(from: 0, until: 25, limit: 5);

        await DisposeAsync();
        _journal.Append(Mine, 40);
        await FollowAsync();
        _journal.Append(Mine, 40);

        first.Concat(await ReadAsync(first[^1], until: 120, limit: 5)).Should().Equal(Numbers(1, 120));
    }

    [Fact]
    public async Task Who_does_not_wait_is_told_the_end_by_the_journal()
    {
        await FollowAsync();
        var letGo = _journal.Hold();
        _journal.Append(Mine, 2);

        var page = await _feed.ReadAsync(Mine, Position.Start, new(null, 10, []));

        page.Events.Should().HaveCount(2, "they were recorded before the page was asked for");
        page.AtEnd.Should().BeTrue();
        letGo();
    }

    [Fact]
    public async Task Without_readers_it_rests()
    {
        await FollowAsync(ask: false);
        _journal.Append(Mine, 5);
        await Task.Delay(50);

        _journal.Reads.Should().Be(0);
        (await ReadAsync(from: 0, until: 5, limit: 5)).Should().Equal(Numbers(1, 5));
    }

    [Theory]
    [InlineData("product/P7", 1)]
    [InlineData("product/P1*", 12)]
    [InlineData("product/*", 100)]
    [InlineData("order/*", 0)]
    [InlineData("product/P", 0)]
    public async Task Subjects_are_chosen_alike_from_memory_and_from_the_journal(string subject, int count)
    {
        _journal.Append(Mine, 50);
        await FollowAsync();
        _journal.Append(Mine, 50);
        await Task.Delay(50);

        var read = new List<string>();
        for (var after = Position.Start; ;)
        {
            var page = await _feed.ReadAsync(Mine, after, new(null, 30, [], subject));
            read.AddRange(page.Events.Select(one => one.Subject));
            Position.TryParse(page.Next, out after).Should().BeTrue();
            if (page.AtEnd)
                break;
        }

        read.Should().HaveCount(count).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Every_event_says_where_to_go_on_behind_it()
    {
        await FollowAsync();
        _journal.Append(Mine, 3);

        var page = await PageAsync(0, 10);
        var rest = await PageAsync(1, 10);

        page.Events.Select(one => one.Position).Should().Equal(
            Numbers(1, 3).Select(number => new Position(0, 0, number).ToString()));
        rest.Events.Should().Equal(page.Events.Skip(1));
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _follower.StopAsync(CancellationToken.None);
        _follower.Dispose();
    }

    /// <summary>Begins to follow, because somebody asks.</summary>
    private async Task FollowAsync(
        int maxEvents = EventWindow.MaxEvents, long maxBytes = EventWindow.MaxBytes, bool ask = true)
    {
        var history = new EventHistory(_journal);
        _follower = new(
            _journal, new(maxEvents, maxBytes), history, TimeProvider.System, NullLogger<EventFollower>.Instance);
        _feed = new(history, _follower, TimeProvider.System);
        await _follower.StartAsync(CancellationToken.None);
        if (!ask)
            return;
        var noted = _follower.News;
        _follower.After(Position.Start, 1);
        (await _follower.WaitAsync(noted, Patience)).Should().BeTrue();
    }

    private Task<EventPage> PageAsync(long after, int limit) =>
        _feed.ReadAsync(Mine, new(0, 0, after), new(null, limit, [], Wait: Wait));

    /// <summary>The numbers of the events that a reader gets, in the order it gets them.</summary>
    private async Task<List<long>> ReadAsync(long from, long until, int limit, int pause = 0)
    {
        var (read, deadline) = (new List<long>(), Stopwatch.StartNew());
        for (var after = new Position(0, 0, from); after.Number < until;)
        {
            deadline.Elapsed.Should().BeLessThan(Patience);
            var page = await _feed.ReadAsync(Mine, after, new(null, limit, [], Wait: Wait));
            page.Events.Count.Should().BeLessThanOrEqualTo(limit);
            read.AddRange(page.Events.Select(one => long.Parse(one.Subject["product/P".Length..])));
            Position.TryParse(page.Next, out after).Should().BeTrue();
            await Task.Delay(pause);
        }
        return read;
    }

    private static IEnumerable<long> Numbers(int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(number => (long)number);
}
