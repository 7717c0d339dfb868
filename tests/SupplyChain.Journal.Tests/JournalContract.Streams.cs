using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task Events_are_read_back_as_they_were_appended()
    {
        var stream = NewStream();
        var pen = await Journal.PenAsync(stream);
        var occurred = new DateTimeOffset(2019, 2, 3, 4, 5, 6, TimeSpan.FromHours(-7)).AddTicks(1_234_567);
        var data = """{"note":"Grüße","order":["b","a"]}"""u8.ToArray();
        await pen.AppendAsync(
            [
                new("order.placed", 3, data, occurred, "command-1", 2),
                new("x", 1, data, null, null, 0),
            ],
            new("alice", "request-9", Now.AddTicks(7), DateTimeOffset.MaxValue)).Soon();

        var rows = await Journal.ReadStreamAsync(stream, 1).Soon();

        rows.Should().HaveCount(2);
        rows[0].Should().BeEquivalentTo(new JournaledEvent(
            stream, 1, "order.placed", 3, data, occurred.AddTicks(-7).ToUniversalTime(), Now, "alice", "request-9",
            "command-1", 2, rows[0].Hash, rows[0].Position));
        rows[0].OccurredAt!.Value.Offset.Should().Be(TimeSpan.Zero);
        rows[1].OccurredAt.Should().BeNull();
        rows[1].Cause.Should().BeNull();
        rows.ShouldBeChained();
        pen.Version.Should().Be(2);
        pen.Hash.ToArray().Should().Equal(rows[1].Hash);
    }

    [Fact]
    public async Task Appends_that_wait_together_become_durable_in_order()
    {
        var streams = Enumerable.Range(0, 50).Select(_ => NewStream()).ToList();
        var pens = await Task.WhenAll(streams.Select(stream => Journal.PenAsync(stream)));
        var appends = Enumerable.Range(1, 40)
            .SelectMany(n => pens.Select(pen => pen.Append(Event($"{n}a"), Event($"{n}b"))))
            .ToList();

        await Task.WhenAll(appends).Soon();

        var expected = Enumerable.Range(1, 40).SelectMany(n => new[] { $"{n}a", $"{n}b" });
        foreach (var stream in streams)
        {
            (await Journal.ReadStreamAsync(stream, 1).Soon()).Select(row => row.Text()).Should().Equal(expected);
        }
        var tail = await Journal.WholeTailAsync();
        tail.Should().HaveCount(4_000);
        tail.ShouldBeChained();
    }

    [Fact]
    public async Task A_journal_opened_again_holds_everything_that_was_acknowledged()
    {
        var stream = NewStream();
        var pen = await Journal.PenAsync(stream);
        await pen.Append(Event("first"), Event("second")).Soon();
        await Store.CloseAsync(Journal);

        var again = await Store.OpenAsync();
        var opened = await again.OpenAsync(stream, stateSchema: 1).Soon();
        await opened.Pen.Append(Event("third")).Soon();

        var rows = await again.ReadStreamAsync(stream, 1).Soon();
        rows.Select(row => row.Text()).Should().Equal("first", "second", "third");
        rows.ShouldBeChained();
    }

    [Fact]
    public async Task Closing_commits_what_is_queued_and_refuses_what_comes_later()
    {
        var stream = NewStream();
        var pen = await Journal.PenAsync(stream);
        var appends = Enumerable.Range(0, 500).Select(n => pen.Append(Event($"{n}"))).ToList();
        await Store.CloseAsync(Journal);

        await Task.WhenAll(appends).Soon();
        var late = () => pen.Append(Event());

        await late.Should().ThrowAsync<JournalUnavailableException>();
        (await (await Store.OpenAsync()).HeadAsync(stream).Soon()).Should().Be(500);
    }

    [Fact]
    public async Task A_stream_nobody_wrote_is_empty()
    {
        var opened = await Journal.OpenAsync(NewStream(), stateSchema: 1).Soon();

        opened.Snapshot.Should().BeNull();
        opened.Events.Should().BeEmpty();
        opened.Pen.Version.Should().Be(0);
        opened.Pen.Hash.Length.Should().Be(0);
        (await Journal.HeadAsync(opened.Pen.Stream).Soon()).Should().Be(0);
    }

    [Fact]
    public async Task A_part_of_a_stream_can_be_read()
    {
        var stream = NewStream();
        await (await Journal.PenAsync(stream)).Append([.. Enumerable.Range(1, 9).Select(n => Event($"{n}"))]).Soon();

        (await Journal.ReadStreamAsync(stream, 3, 5).Soon()).Select(row => row.Text()).Should().Equal("3", "4", "5");
        (await Journal.ReadStreamAsync(stream, 8).Soon()).Select(row => row.Text()).Should().Equal("8", "9");
        (await Journal.ReadStreamAsync(stream, 2, limit: 1).Soon()).Select(row => row.Text()).Should().Equal("2");
    }

    [Fact]
    public async Task Streams_are_listed_by_prefix_to_the_letter()
    {
        foreach (var id in new[] { "a_1", "a_2", "aB1", "ab1", "a%1", "A_1", "b" })
        {
            await (await Journal.PenAsync(new("demo", "order", id))).Append(Event(), Event()).Soon();
        }
        await (await Journal.PenAsync(new("demo", "shipment", "a_9"))).Append(Event()).Soon();
        await (await Journal.PenAsync(new("other", "order", "a_9"))).Append(Event()).Soon();

        async Task<IEnumerable<string>> Ids(string prefix = "", string after = "", int limit = 1_000) =>
            (await Journal.ListStreamsAsync("demo", "order", prefix, after, limit).Soon()).Select(stream => stream.Id);

        (await Ids()).Should().Equal("A_1", "a%1", "aB1", "a_1", "a_2", "ab1", "b");
        (await Ids("a_")).Should().Equal("a_1", "a_2");
        (await Ids("a%")).Should().Equal("a%1");
        (await Ids("a")).Should().Equal("a%1", "aB1", "a_1", "a_2", "ab1");
        (await Ids("a", after: "aB1", limit: 2)).Should().Equal("a_1", "a_2");
    }

    [Fact]
    public async Task The_streams_of_a_kind_are_found_in_every_tenant_with_their_newest_versions()
    {
        (await Journal.HeadsAsync("tenant").Soon()).Should().BeEmpty("there is no event at all");
        foreach (var (tenant, kind, id, events) in new[]
        {
            ("b", "tenant", "tenant", 1), ("a", "tenant", "tenant", 3), ("a", "tenant", "also", 1),
            ("a", "order", "tenant", 2), ("aa", "order", "tenant", 2), ("a-1", "tenant", "tenant", 2),
        })
        {
            var pen = await Journal.PenAsync(new(tenant, kind, id));
            await pen.Append([.. Enumerable.Range(0, events).Select(_ => Event())]).Soon();
        }

        (await Journal.HeadsAsync("tenant").Soon()).Should().Equal(
            new StreamHead(new("a", "tenant", "also"), 1), new StreamHead(new("a", "tenant", "tenant"), 3),
            new StreamHead(new("a-1", "tenant", "tenant"), 2), new StreamHead(new("b", "tenant", "tenant"), 1));
        (await Journal.HeadsAsync("key-ring").Soon()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_changed_byte_breaks_the_chain()
    {
        var stream = NewStream();
        await (await Journal.PenAsync(stream)).Append(Event("one", "c1"), Event("two")).Soon();
        var rows = await Journal.ReadStreamAsync(stream, 1).Soon();
        var changed = rows[0].Data.ToArray();
        changed[3] ^= 1;

        HashChain.Verifies([], rows[0]).Should().BeTrue();
        HashChain.Verifies([], rows[0] with { Data = changed }).Should().BeFalse();
        HashChain.Verifies([], rows[0] with { Actor = "mallory" }).Should().BeFalse();
        HashChain.Verifies([], rows[0] with { Cause = null }).Should().BeFalse();
        HashChain.Verifies([], rows[0] with { OccurredAt = null }).Should().BeFalse();
        HashChain.Verifies([], rows[0] with { Correlation = "testt", Actor = "ester" }).Should().BeFalse();
        HashChain.Verifies([], rows[1]).Should().BeFalse("its predecessor is missing");
        HashChain.Verifies(rows[0].Hash, rows[1]).Should().BeTrue();
    }
}
