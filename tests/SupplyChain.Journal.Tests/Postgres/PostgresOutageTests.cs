using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Postgres;

/// <summary>The database goes away and comes back.</summary>
public sealed class PostgresOutageTests : IAsyncLifetime
{
    private RunningPostgres _server = null!;
    private PostgresStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningPostgres.StartAsync();
        _store = await PostgresStore.NewAsync(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task While_the_server_is_down_everything_fails_and_nothing_of_it_lands_later()
    {
        var log = new LogLines();
        var journal = _store.Open(logger: log);
        var pens = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => journal.PenAsync(NewStream())));
        var streams = pens.Select(pen => pen.Stream).ToList();
        await Task.WhenAll(pens.Select(pen => pen.Append(Event("before")))).Soon();
        await _server.KillAsync();

        for (var round = 0; round < 3; round++)
        {
            foreach (var failed in pens.Select(pen => pen.Append(Event("during"))).ToList())
            {
                await failed.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalUnavailableException>();
            }
            // Pens that know nothing of the outage yet, as of actors that were awake but idle.
            pens = [.. streams.Select(stream => journal.Continue(stream, 1, new byte[HashChain.Length]))];
        }
        foreach (var read in new Func<Task>[]
        {
            () => journal.OpenAsync(streams[0], 1), () => journal.HeadAsync(streams[0]),
            () => journal.ReadTailAsync(Position.Start, 9), () => journal.ListStreamsAsync("demo", "order"),
        })
        {
            await read.Awaiting(ask => ask().Soon()).Should().ThrowAsync<JournalUnavailableException>();
        }
        await journal.SaveSnapshotAsync(streams[0], new(1, 1, [1], new byte[32])).Soon();
        await _server.StartAgainAsync();

        await AppendUntilItLandsAsync(journal, streams[0]);

        foreach (var stream in streams)
        {
            (await journal.ReadStreamAsync(stream, 1).Soon()).Select(row => row.Text())
                .Should().NotContain("during").And.StartWith("before");
        }
        log.Lines.Should().Contain(line => line.Contains("is back"));
        log.Lines.Should().Contain(line => line.Contains("was not saved"));
    }

    [Fact]
    public async Task After_a_restart_reading_goes_on_though_every_connection_was_cut()
    {
        var journal = _store.Open();
        var pen = await journal.PenAsync(NewStream());
        await pen.Append(Event("before")).Soon();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => journal.ReadStreamAsync(pen.Stream, 1))).Soon();
        await _server.StopAsync();
        await _server.StartAgainAsync();

        var read = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => journal.ReadStreamAsync(pen.Stream, 1))).Soon();
        (await journal.HeadAsync(pen.Stream).Soon()).Should().Be(1);

        read.Should().OnlyContain(rows => rows.Count == 1);
    }

    [Fact]
    public async Task A_server_that_stands_still_is_given_up_and_what_expired_meanwhile_is_never_sent()
    {
        var journal = _store.Open();
        var stream = NewStream();
        await (await journal.PenAsync(stream)).Append(Event("before")).Soon();
        await _server.PauseAsync();
        var inFlight = journal.Continue(NewStream(), 0, []).Append(Event("in flight"));
        await Task.Delay(TimeSpan.FromSeconds(1));
        var late = journal.Continue(NewStream(), 0, []).AppendBefore(Now.AddSeconds(5), Event("late"));
        _store.Clock.Advance(TimeSpan.FromSeconds(10));

        await inFlight.Awaiting(task => task.Soon()).Should().ThrowAsync<JournalUnavailableException>();
        await _server.ResumeAsync();
        (await late.Awaiting(task => task.Soon()).Should().ThrowAsync<Exception>())
            .Which.GetType().Should().Match(type =>
                type == typeof(DeadlineExpiredException) || type == typeof(JournalUnavailableException));
        await AppendUntilItLandsAsync(journal, stream);

        (await journal.WholeTailAsync()).Select(row => row.Text()).Should().NotContain("late");
    }

    private static async Task AppendUntilItLandsAsync(IJournal journal, StreamId stream)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                await (await journal.PenAsync(stream)).Append(Event("after")).Soon();
                return;
            }
            catch (JournalUnavailableException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), enough.Token);
            }
        }
    }
}
