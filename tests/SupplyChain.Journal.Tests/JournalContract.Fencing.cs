using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task The_second_writer_of_a_version_is_refused_and_nothing_it_queued_behind_lands()
    {
        var (rival, stream) = (await Store.OpenAsync(), NewStream());
        var winner = await Journal.PenAsync(stream);
        var loser = await rival.PenAsync(stream);
        await winner.Append(Event("won")).Soon();

        var lost = Enumerable.Range(1, 3).Select(n => loser.Append(Event($"lost {n}"))).ToList();

        foreach (var append in lost)
        {
            await append.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalConflictException>();
        }
        await loser.Awaiting(pen => pen.Append(Event("later")).Soon()).Should().ThrowAsync<JournalConflictException>();
        (await Journal.ReadStreamAsync(stream, 1).Soon()).Select(row => row.Text()).Should().Equal("won");
    }

    [Fact]
    public async Task A_loser_does_not_hurt_those_who_share_its_commit()
    {
        var (rival, stream) = (await Store.OpenAsync(), NewStream());
        var loser = await rival.PenAsync(stream);
        await (await Journal.PenAsync(stream)).Append(Event("won")).Soon();
        var others = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => rival.PenAsync(NewStream())));

        var before = others.Take(15).Select(pen => pen.Append(Event("1"), Event("2"))).ToList();
        var lost = loser.Append(Event("lost"));
        var after = others.Skip(15).Select(pen => pen.Append(Event("1"), Event("2"))).ToList();

        await Task.WhenAll(before.Concat(after)).Soon();
        await lost.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalConflictException>();
        (await Journal.WholeTailAsync()).Should().HaveCount(61);
    }

    [Fact]
    public async Task Once_an_append_of_an_activation_has_failed_its_later_ones_fail_in_every_stream()
    {
        var (rival, streams) = (await Store.OpenAsync(), new[] { NewStream(), NewStream("stock"), NewStream() });
        await (await Journal.PenAsync(streams[1])).Append(Event("there")).Soon();
        var opened = await Journal.OpenAllAsync(streams, stateSchema: 1, new()).Soon();
        opened.Select(stream => stream.Pen.Stream).Should().Equal(streams);
        opened.Select(stream => stream.Events.Count).Should().Equal(0, 1, 0);
        await (await rival.PenAsync(streams[1])).Append(Event("won")).Soon();

        var before = opened[0].Pen.Append(Event("before"));
        var lost = opened[1].Pen.Append(Event("lost"));
        var behind = new[] { opened[2].Pen.Append(Event("a")), opened[0].Pen.Append(Event("b")) };

        await before.Soon();
        await lost.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalConflictException>();
        foreach (var append in behind.Append(opened[2].Pen.Append(Event("later"))))
        {
            await append.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalConflictException>();
        }
        (await Journal.WholeTailAsync()).Select(row => row.Text()).Should().Equal("there", "won", "before");
    }

    [Fact]
    public async Task Two_writers_that_race_leave_one_unbroken_stream()
    {
        var (rival, stream) = (await Store.OpenAsync(), NewStream());
        async Task<int> Write(IJournal journal, string name)
        {
            var (landed, pen) = (0, await journal.PenAsync(stream));
            for (var n = 0; n < 40; n++)
            {
                try
                {
                    await pen.Append(Event($"{name}{n}", cause: $"{name}{n}")).Soon();
                    landed++;
                }
                catch (JournalConflictException)
                {
                    pen = await journal.PenAsync(stream);
                }
            }
            return landed;
        }

        var landed = await Task.WhenAll(Write(Journal, "a"), Write(rival, "b"));

        var rows = await Journal.ReadStreamAsync(stream, 1).Soon();
        rows.Should().HaveCount(landed.Sum());
        rows.ShouldBeChained();
    }

    [Fact]
    public async Task A_cause_takes_effect_once_per_stream()
    {
        var (stream, other) = (NewStream(), NewStream());
        await (await Journal.PenAsync(stream)).Append(Event("first", cause: "command-1")).Soon();
        var pen = await Journal.PenAsync(stream);

        var repeat = pen.Append(Event("again", cause: "command-1"));
        var behind = pen.Append(Event("behind"));
        var elsewhere = (await Journal.PenAsync(other)).Append(Event("elsewhere", cause: "command-1"));

        await repeat.Awaiting(task => task.Soon()).Should().ThrowAsync<DuplicateCauseException>();
        await behind.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalConflictException>();
        await elsewhere.Soon();
        (await Journal.ReadStreamAsync(stream, 1).Soon()).Select(row => row.Text()).Should().Equal("first");
    }

    [Fact]
    public async Task An_event_is_found_by_its_cause()
    {
        var pen = await Journal.PenAsync(NewStream());
        await pen.Append(Event("first", cause: "c1"), Event("second", cause: "C1"), Event("third")).Soon();

        (await Journal.FindCauseAsync(pen.Stream, "C1").Soon())!.Version.Should().Be(2);
        (await Journal.FindCauseAsync(pen.Stream, "c2").Soon()).Should().BeNull();
        (await Journal.FindCauseAsync(NewStream(), "c1").Soon()).Should().BeNull();
    }

    [Fact]
    public async Task A_cause_repeated_while_the_first_is_queued_is_refused_too()
    {
        var pen = await Journal.PenAsync(NewStream());

        var first = pen.Append(Event("first", cause: "command-1"));
        var repeat = pen.Append(Event("again", cause: "command-1"));
        var twice = (await Journal.PenAsync(NewStream())).Append(Event("a", cause: "c"), Event("b", cause: "c"));

        await first.Soon();
        await repeat.Awaiting(task => task.Soon()).Should().ThrowAsync<DuplicateCauseException>();
        await twice.Awaiting(task => task.Soon()).Should().ThrowAsync<DuplicateCauseException>();
    }

    [Fact]
    public async Task What_comes_too_late_is_never_sent_and_takes_its_successors_along()
    {
        var pen = await Journal.PenAsync(NewStream());
        Store.Clock.Advance(TimeSpan.FromMinutes(1));

        var late = pen.AppendBefore(Now.AddSeconds(59), Event("late"));
        var behind = pen.Append(Event("behind"));
        var other = (await Journal.PenAsync(NewStream())).AppendBefore(Now.AddSeconds(61), Event("in time"));

        await late.Awaiting(task => task.Soon()).Should().ThrowAsync<DeadlineExpiredException>();
        await behind.Awaiting(task => task.Soon()).Should().ThrowAsync<DeadlineExpiredException>();
        await other.Soon();
        (await Journal.WholeTailAsync()).Select(row => row.Text()).Should().Equal("in time");
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_the_pen_stays_good()
    {
        var journal = await Store.OpenAsync(queuedEvents: 4);
        var commit = await Store.InsertWithoutCommittingAsync(FirstRow(NewStream(), "held"));
        var pen = await journal.PenAsync(NewStream());
        var queued = new List<Task>();
        var append = () => { queued.Add(pen.Append(Event($"{queued.Count}"))); };

        append.Invoking(act => { for (var n = 0; n < 100; n++) { act(); } }).Should().Throw<JournalBusyException>();
        await commit().Soon();

        queued.Should().HaveCountLessThanOrEqualTo(100);
        await Task.WhenAll(queued).Soon();
        await pen.Append(Event("next")).Soon();
        (await journal.HeadAsync(pen.Stream).Soon()).Should().Be(queued.Count + 1);
    }

    [Fact]
    public async Task A_failed_write_breaks_its_pens_and_nothing_else()
    {
        var pen = await Journal.PenAsync(NewStream());
        await pen.Append(Event("before")).Soon();
        await Store.BreakNextWriteAsync(Journal);

        var failed = pen.Append(JournalStore.TooLarge());

        await failed.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalUnavailableException>();
        await pen.Awaiting(broken => broken.Append(Event("behind")).Soon())
            .Should().ThrowAsync<JournalUnavailableException>();
        var again = await Journal.PenAsync(pen.Stream);
        await again.Append(JournalStore.TooLarge()).Soon();
        (await Journal.ReadStreamAsync(pen.Stream, 1).Soon()).Should().HaveCount((int)again.Version)
            .And.Subject.ShouldBeChained();
    }

    private static JournaledEvent FirstRow(StreamId stream, string text)
    {
        var @event = Event(text);
        var row = new JournaledEvent(
            stream, 1, @event.Type, @event.Schema, @event.Data.ToArray(), @event.OccurredAt, Now, "tester", "test",
            null, 0, new byte[HashChain.Length], Position.Start);
        HashChain.Compute([], row, row.Hash);
        return row;
    }
}
