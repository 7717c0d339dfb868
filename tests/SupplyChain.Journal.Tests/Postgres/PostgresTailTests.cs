using System.Globalization;
using Npgsql;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Postgres;

/// <summary>Nobody who follows the journal misses anything, whatever else the server does.</summary>
public sealed class PostgresTailTests(PostgresServerFixture fixture)
    : IClassFixture<PostgresServerFixture>, IAsyncLifetime
{
    private PostgresStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await PostgresStore.NewAsync(fixture.Server);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task An_insert_held_for_ten_seconds_while_later_ones_commit_is_seen_once_and_so_are_they()
    {
        var (journal, other) = (_store.Open(), _store.Open());
        var held = Row(NewStream());
        var commit = await _store.InsertWithoutCommittingAsync(held);
        var pens = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? journal : other).PenAsync(NewStream())));
        using var stop = new CancellationTokenSource();
        var (reader, slowReader) = (FollowAsync(journal, 1_000, stop.Token), FollowAsync(other, 3, stop.Token));
        var late = Task.Delay(TimeSpan.FromSeconds(10)).ContinueWith(_ => commit(), TaskScheduler.Default).Unwrap();

        var appended = 0;
        while (!late.IsCompleted)
        {
            await Task.WhenAll(pens.Select(pen => pen.Append(Event()))).Soon();
            appended += pens.Length;
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
        await late;
        await WaitForVersionsAsync(journal, appended + 1);
        await stop.CancelAsync();

        foreach (var seen in new[] { await reader.Soon(), await slowReader.Soon() })
        {
            seen.Should().HaveCount(appended + 1);
            seen.Select(row => (row.Stream, row.Version)).Should().OnlyHaveUniqueItems();
            seen.Should().Contain(row => row.Stream == held.Stream);
            seen.Select(row => row.Position).Should().BeInAscendingOrder();
            seen.ShouldBeChained();
        }
    }

    [Fact]
    public async Task What_other_silos_write_wakes_up_who_waits()
    {
        var (journal, other) = (_store.Open(), _store.Open());
        var pen = await other.PenAsync(NewStream());
        await pen.Append(Event("old")).Soon();
        var position = await journal.TailPositionAsync().Soon();

        await pen.Append(Event("new")).Soon();
        var seen = new List<JournaledEvent>();
        while (seen.Count == 0)
        {
            await journal.WaitForTailAsync(position).Soon();
            seen.AddRange(await journal.ReadTailAsync(position, 10).Soon());
        }

        seen.Select(row => row.Text()).Should().Equal("new");
    }

    [Fact]
    public async Task News_that_several_silos_wrote_are_what_the_tail_says()
    {
        IJournal[] silos = [_store.Open(), _store.Open()];
        for (var n = 0; n < 6; n++)
            await (await silos[n % 2].PenAsync(NewStream())).Append(Event($"{n}"), Event($"{n} again")).Soon();
        var all = await silos[0].WholeTailAsync();

        for (var place = 0; place <= all.Count; place++)
        {
            var after = place == 0 ? Position.Start : all[place - 1].Position;
            foreach (var silo in silos)
            {
                var news = await silo.ReadNewsAsync(after, 5).Soon();
                news.Should().BeEquivalentTo(all.Skip(place).Take(5), options => options.WithStrictOrdering());
            }
        }
    }

    [Fact]
    public async Task A_row_comes_from_memory_only_while_the_journal_has_the_same()
    {
        var journal = _store.Open();
        await (await journal.PenAsync(NewStream())).Append(Event("stored")).Soon();
        var stored = await journal.WholeTailAsync();
        await using var connection = await _store.ConnectAsync();

        var same = await NewsAsync(stored[0] with { Actor = "memory" });
        var lost = await NewsAsync(stored[0] with { Actor = "memory", Hash = new byte[stored[0].Hash.Length] });

        same.Should().ContainSingle().Which.Actor.Should().Be("memory");
        lost.Should().BeEquivalentTo(stored);
        async Task<IReadOnlyList<JournaledEvent>> NewsAsync(JournaledEvent known)
        {
            var own = new OwnRows();
            own.Add([known]);
            return await Tail.ReadNewsAsync(connection, own, Position.Start, 10, default);
        }
    }

    [Fact]
    public async Task Who_holds_back_the_tail_is_named_though_it_works_in_another_database()
    {
        var log = new LogLines();
        var journal = _store.Open(logger: log);
        await using var elsewhere = await PostgresStore.NewAsync(fixture.Server);
        await using var blocker = await elsewhere.ConnectAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await ExecuteAsync(blocker, "SELECT pg_current_xact_id()");

        await (await journal.PenAsync(NewStream())).Append(Event()).Soon();
        var line = await LineAsync(log, "has not ended");

        line.Should().Contain(blocker.ProcessID.ToString(CultureInfo.InvariantCulture))
            .And.Contain("(test, user ").And.Contain($"database {blocker.Database}");
        (await journal.ReadTailAsync(Position.Start, 10).Soon()).Should().BeEmpty();
        await transaction.RollbackAsync();
        (await journal.WholeTailAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_prepared_transaction_that_holds_back_the_tail_is_named_too()
    {
        var log = new LogLines();
        var journal = _store.Open(logger: log);
        await using var connection = await _store.ConnectAsync();
        await ExecuteAsync(connection, "BEGIN; SELECT pg_current_xact_id(); PREPARE TRANSACTION 'forgotten'");

        await (await journal.PenAsync(NewStream())).Append(Event()).Soon();
        var line = await LineAsync(log, "has not ended");

        line.Should().Contain("ROLLBACK PREPARED 'forgotten'");
        await ExecuteAsync(connection, "ROLLBACK PREPARED 'forgotten'");
        (await journal.WholeTailAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task After_a_dump_was_restored_into_a_new_server_the_tail_goes_on_behind_what_it_was()
    {
        await _store.ExecuteAsync(
            "DO $$ BEGIN FOR i IN 1..5000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");
        var pen = await _store.Open().PenAsync(NewStream());
        for (var n = 1; n <= 5; n++)
        {
            await pen.Append(Event($"{n}")).Soon();
        }
        await using var server = await RunningPostgres.StartAsync();
        await using var restored = await RestoreAsync(server);

        var (journal, other) = (restored.Open(), restored.Open());
        var before = await journal.WholeTailAsync();
        await (await journal.PenAsync(pen.Stream)).Append(Event("6")).Soon();
        await (await other.PenAsync(NewStream())).Append(Event("7")).Soon();

        before.Select(row => row.Text()).Should().Equal("1", "2", "3", "4", "5");
        var behind = await journal.WholeTailAsync(before[^1].Position);
        behind.Select(row => row.Text()).Should().Equal("6", "7");
        (await restored.ExecuteAsync("SELECT epoch FROM journal_server"))
            .Should().Be(1L, "one silo raised it for both");
        behind[0].Position.Transaction.Should().BeLessThan(before[0].Position.Transaction);
        (await journal.WholeTailAsync()).ShouldBeChained();
    }

    [Fact]
    public async Task The_epoch_stays_when_a_node_starts_again()
    {
        await (await _store.Open().PenAsync(NewStream())).Append(Event()).Soon();

        await (await _store.Open().PenAsync(NewStream())).Append(Event()).Soon();

        (await _store.ExecuteAsync("SELECT epoch FROM journal_server")).Should().Be(0L);
    }

    private async Task<PostgresStore> RestoreAsync(RunningPostgres target)
    {
        var to = await target.CreateDatabaseAsync();
        var source = new NpgsqlConnectionStringBuilder(_store.ConnectionString);
        var restored = new NpgsqlConnectionStringBuilder(to);
        static string[] Where(NpgsqlConnectionStringBuilder database) =>
        [
            "-h", database.Host!, "-p", database.Port.ToString(CultureInfo.InvariantCulture),
            "-U", database.Username!, "-d", database.Database!,
        ];
        var dump = await target.RunAsync("pg_dump", [.. Where(source), "--no-owner"]);
        var file = Path.Combine(Path.GetTempPath(), $"{source.Database}.sql");
        await File.WriteAllTextAsync(file, dump);
        await target.RunAsync("psql", [.. Where(restored), "-q", "-v", "ON_ERROR_STOP=1", "-f", file]);
        File.Delete(file);
        return new(to);
    }

    private static async Task<List<JournaledEvent>> FollowAsync(
        PostgresJournal journal, int page, CancellationToken stop)
    {
        var seen = new List<JournaledEvent>();
        while (true)
        {
            var after = seen.Count > 0 ? seen[^1].Position : Position.Start;
            var rows = await journal.ReadTailAsync(after, page, CancellationToken.None);
            seen.AddRange(rows);
            if (rows.Count == 0 && stop.IsCancellationRequested)
            {
                return seen;
            }
            await journal.WaitForTailAsync(after, CancellationToken.None);
        }
    }

    private static async Task WaitForVersionsAsync(PostgresJournal journal, int rows)
    {
        while ((await journal.WholeTailAsync()).Count < rows)
        {
            await journal.WaitForTailAsync(await journal.TailPositionAsync().Soon()).Soon();
        }
    }

    private static async Task<string> LineAsync(LogLines log, string part)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (log.Lines.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } line)
            {
                return line;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), enough.Token);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static JournaledEvent Row(StreamId stream)
    {
        var @event = Event("late");
        var row = new JournaledEvent(
            stream, 1, @event.Type, @event.Schema, @event.Data.ToArray(), @event.OccurredAt, Now, "tester", "test",
            null, 0, new byte[HashChain.Length], Position.Start);
        HashChain.Compute([], row, row.Hash);
        return row;
    }
}
