using Npgsql;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Postgres;

public sealed class PostgresLoadTests(PostgresServerFixture fixture)
    : IClassFixture<PostgresServerFixture>, IAsyncLifetime
{
    private PostgresStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await PostgresStore.NewAsync(fixture.Server);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_thousand_actors_that_wake_up_at_once_share_four_connections()
    {
        var journal = _store.Open();
        var pens = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => journal.PenAsync(NewStream())));
        await Task.WhenAll(
            pens.Select((pen, n) => pen.Append([.. Enumerable.Range(0, n % 3 + 1).Select(_ => Event())]))).Soon();

        var opened = await Task.WhenAll(pens.Select(pen => journal.OpenAsync(pen.Stream, 1))).Soon();
        var heads = await Task.WhenAll(pens.Select(pen => journal.HeadAsync(pen.Stream))).Soon();

        opened.Select(stream => stream.Pen.Version).Should().Equal(pens.Select(pen => pen.Version));
        opened.Select(stream => Convert.ToHexString(stream.Pen.Hash.Span))
            .Should().Equal(pens.Select(pen => Convert.ToHexString(pen.Hash.Span)));
        opened.SelectMany(stream => stream.Events).ShouldBeChained();
        heads.Should().Equal(pens.Select(pen => pen.Version));
        (await _store.ExecuteAsync("""
            SELECT count(*) FROM pg_stat_activity
            WHERE application_name = 'supplychain loader' AND datname = current_database()
            """)).Should().BeOfType<long>().Which.Should().BeInRange(1, 4);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(1_203)]
    public async Task A_long_stream_is_read_to_its_end(int events)
    {
        var journal = _store.Open();
        var pen = await journal.PenAsync(NewStream());
        await pen.Append([.. Enumerable.Range(1, events).Select(n => Event($"{n}"))]).Soon();
        var wrong = new Snapshot(9, 2, [1], new byte[32]);
        await journal.SaveSnapshotAsync(pen.Stream, wrong).Soon();

        var opened = await journal.OpenAsync(pen.Stream, 1).Soon();
        var again = await journal.OpenAsync(pen.Stream, 9).Soon();

        opened.Events.Should().HaveCount(events);
        opened.Events.ShouldBeChained();
        again.Snapshot.Should().BeNull();
        again.Events.Should().HaveCount(events);
    }

    [Fact]
    public async Task A_deadlock_with_another_writer_is_tried_again()
    {
        var journal = _store.Open();
        await using var tail = new TailWatch(journal.Database, new LogLines());
        await using var store = new PostgresBatchStore(journal.Database, tail, new(), new LogLines());
        await using var rival = await _store.ConnectAsync();
        await using var transaction = await rival.BeginTransactionAsync();
        var (first, second) = (new StreamId("demo", "order", "a"), new StreamId("demo", "order", "b"));
        await InsertAsync(rival, second);
        await journal.DisposeAsync(); // its writer has the only connection
        await store.ReadyAsync();

        var written = store.WriteAsync([Row(second), Row(first)]).AsTask();
        await WaitForLockAsync();
        var crossing = InsertAsync(rival, first);
        await crossing.Soon();
        await transaction.RollbackAsync();

        (await written.Soon()).Should().BeTrue();
        (await _store.ExecuteAsync("SELECT count(*) FROM journal")).Should().Be(2L);
    }

    private static async Task InsertAsync(NpgsqlConnection connection, StreamId stream) =>
        await new PostgresWriter(connection, new()).InsertAsync([Row(stream)]);

    private async Task WaitForLockAsync()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _store.ExecuteAsync("SELECT count(*) FROM pg_locks WHERE NOT granted") is 0L)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), enough.Token);
        }
    }

    private static JournaledEvent Row(StreamId stream) => new(
        stream, 1, "test.noted", 1, "{}"u8.ToArray(), null, Now, "tester", "test", null, 0,
        new byte[HashChain.Length], Position.Start);
}
