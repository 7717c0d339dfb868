using System.Text;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task A_reader_of_the_tail_sees_every_event_once_though_one_commit_is_late()
    {
        var late = NewStream();
        var commit = await Store.InsertWithoutCommittingAsync(FirstRow(late, "late"));
        var pens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Journal.PenAsync(NewStream())));
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var reader = ReadTailUntilAsync(201, enough.Token);

        var appends = Enumerable.Range(0, 10).SelectMany(n => pens.Select(pen => pen.Append(Event($"{n}")))).ToList();
        await Task.Delay(TimeSpan.FromSeconds(1)); // the reader polls meanwhile
        await commit().Soon();
        await Task.WhenAll(appends).Soon();

        var seen = await reader.Soon();
        seen.Select(row => (row.Stream, row.Version)).Should().OnlyHaveUniqueItems();
        seen.Should().ContainSingle(row => row.Stream == late);
        seen.Select(row => row.Position).Should().BeInAscendingOrder();
        seen.ShouldBeChained();
    }

    [Fact]
    public async Task News_are_what_the_tail_says()
    {
        var pens = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Journal.PenAsync(NewStream())));
        for (var round = 0; round < 4; round++)
            await Task.WhenAll(pens.Select(pen => pen.Append(Event("a"), Event("b", $"cause {round}")))).Soon();
        var all = await Journal.WholeTailAsync();

        for (var place = 0; place < all.Count; place++)
        {
            var after = place == 0 ? Position.Start : all[place - 1].Position;
            var news = await Journal.ReadNewsAsync(after, 7).Soon();
            news.Should().BeEquivalentTo(all.Skip(place).Take(7), options => options.WithStrictOrdering());
        }
    }

    [Fact]
    public async Task A_heartbeat_leaves_no_event()
    {
        var pen = await Journal.PenAsync(NewStream());
        await pen.Append(Event("only")).Soon();

        await Journal.BeatAsync().Soon();
        await Journal.BeatAsync().Soon();

        (await ReadAllAsync()).Should().ContainSingle(row => row.Stream == pen.Stream);
        async Task<IReadOnlyList<JournaledEvent>> ReadAllAsync() =>
            await Journal.ReadTailAsync(Position.Start, 100).Soon();
    }

    [Fact]
    public async Task The_journal_reads_backwards_too()
    {
        var pen = await Journal.PenAsync(NewStream());
        foreach (var text in new[] { "1", "2", "3", "4" })
            await pen.Append(Event(text)).Soon();
        var all = (await Journal.ReadTailAsync(Position.Start, 1_000).Soon()).Reverse().ToArray();

        (await Journal.ReadBackAsync(Position.End, 1_000).Soon()).Select(row => row.Position)
            .Should().Equal(all.Select(row => row.Position));
        var newest = await Journal.ReadBackAsync(Position.End, 2).Soon();
        newest.Select(row => row.Text()).Should().Equal("4", "3");
        (await Journal.ReadBackAsync(newest[^1].Position, 1).Soon()).Should().ContainSingle()
            .Which.Text().Should().Be("2");
        (await Journal.ReadBackAsync(Position.Start, 10).Soon()).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_waits_at_the_tail_wakes_up_when_something_is_appended()
    {
        var pen = await Journal.PenAsync(NewStream());
        await pen.Append(Event("old")).Soon();
        var position = await Journal.TailPositionAsync().Soon();
        await Journal.WaitForTailAsync(Position.Start).Soon();

        var waiting = Journal.WaitForTailAsync(position);
        await pen.Append(Event("new")).Soon();
        await waiting.Soon();

        (await Journal.ReadTailAsync(position, 10).Soon()).Select(row => row.Text()).Should().Equal("new");
        (await Journal.TailPositionAsync().Soon()).Should().BeGreaterThan(position);
    }

    [Fact]
    public async Task Waiting_at_the_tail_ends_without_news_and_when_cancelled()
    {
        var position = await Journal.TailPositionAsync().Soon();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Journal.WaitForTailAsync(position).Soon();

        await Journal.Awaiting(journal => journal.WaitForTailAsync(position, cancelled.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_position_survives_being_written_down()
    {
        var pen = await Journal.PenAsync(NewStream());
        await pen.Append([.. Enumerable.Range(1, 20).Select(n => Event($"{n}"))]).Soon();
        var tail = await Journal.WholeTailAsync();

        foreach (var row in tail)
        {
            Position.TryParse(row.Position.ToString(), out var read).Should().BeTrue();
            read.Should().Be(row.Position);
        }
        (await Journal.WholeTailAsync(tail[4].Position)).Select(row => row.Text()).First().Should().Be("6");
        Position.TryParse("nonsense", out _).Should().BeFalse();
    }

    [Fact]
    public async Task A_snapshot_shortens_reading_and_is_ignored_when_its_schema_is_another()
    {
        var (stream, pen) = await FiveEventsAsync();
        var third = (await Journal.ReadStreamAsync(stream, 3, 3).Soon())[0];
        await Journal.SaveSnapshotAsync(stream, new(7, 3, "state"u8.ToArray(), third.Hash)).Soon();

        var same = await Journal.OpenAsync(stream, stateSchema: 7).Soon();
        var other = await Journal.OpenAsync(stream, stateSchema: 8).Soon();

        same.Snapshot!.Version.Should().Be(3);
        Encoding.UTF8.GetString(same.Snapshot.Data).Should().Be("state");
        same.Events.Select(row => row.Text()).Should().Equal("4", "5");
        same.Pen.Hash.ToArray().Should().Equal(pen.Hash.ToArray());
        other.Snapshot.Should().BeNull();
        other.Events.Should().HaveCount(5);
    }

    [Fact]
    public async Task A_stream_can_go_on_from_a_snapshot_of_its_newest_version()
    {
        var (stream, pen) = await FiveEventsAsync();
        await Journal.SaveSnapshotAsync(stream, new(1, 5, "five"u8.ToArray(), pen.Hash.ToArray())).Soon();
        await Journal.SaveSnapshotAsync(stream, new(1, 2, "older"u8.ToArray(), [1, 2, 3])).Soon();

        var opened = await Journal.OpenAsync(stream, stateSchema: 1).Soon();
        await opened.Pen.Append(Event("6")).Soon();

        opened.Snapshot!.Version.Should().Be(5, "an older snapshot never replaces a newer one");
        opened.Events.Should().BeEmpty();
        (await Journal.ReadStreamAsync(stream, 1).Soon()).ShouldBeChained();
        (await Journal.HeadAsync(stream).Soon()).Should().Be(6);
    }

    [Fact]
    public async Task A_snapshot_of_a_history_that_did_not_happen_is_ignored()
    {
        var (stream, _) = await FiveEventsAsync();
        await Journal.SaveSnapshotAsync(stream, new(1, 9, "future"u8.ToArray(), new byte[32])).Soon();
        await Journal.SaveSnapshotAsync(stream, new(2, 3, "other"u8.ToArray(), new byte[32])).Soon();

        foreach (var schema in new[] { 1, 2 })
        {
            var opened = await Journal.OpenAsync(stream, schema).Soon();
            opened.Snapshot.Should().BeNull();
            opened.Events.Should().HaveCount(5);
            opened.Pen.Version.Should().Be(5);
        }
    }

    private async Task<(StreamId Stream, Pen Pen)> FiveEventsAsync()
    {
        var pen = await Journal.PenAsync(NewStream());
        await pen.Append([.. Enumerable.Range(1, 5).Select(n => Event($"{n}"))]).Soon();
        return (pen.Stream, pen);
    }

    private async Task<List<JournaledEvent>> ReadTailUntilAsync(int count, CancellationToken cancellationToken)
    {
        var seen = new List<JournaledEvent>();
        while (seen.Count < count)
        {
            var after = seen.Count > 0 ? seen[^1].Position : Position.Start;
            await Journal.WaitForTailAsync(after, cancellationToken);
            seen.AddRange(await Journal.ReadTailAsync(after, 7, cancellationToken));
        }
        return seen;
    }
}
