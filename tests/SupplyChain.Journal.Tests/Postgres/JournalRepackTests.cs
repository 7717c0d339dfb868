using Npgsql;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Postgres;

/// <summary>A journal in partitions becomes one table while it is written and followed.</summary>
public sealed class JournalRepackTests(PostgresServerFixture fixture)
    : IClassFixture<PostgresServerFixture>, IAsyncLifetime
{
    private const string Sessions = """
        SELECT string_agg(pid::text, ',' ORDER BY pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'supplychain journal'
        """;

    private PostgresStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await PostgresStore.NewPartitionedAsync(fixture.Server);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Writers_and_followers_go_on_while_it_is_repacked_and_nothing_is_lost_or_doubled()
    {
        var (journal, other) = (_store.Open(), _store.Open());
        await FillAsync(journal, 2_000);
        var pens = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(n => (n % 2 == 0 ? journal : other).PenAsync(NewStream())));
        await Task.WhenAll(pens.Select(pen => pen.Append(Event()))).Soon();
        var writers = (string)(await _store.ExecuteAsync(Sessions))!;
        using var stop = new CancellationTokenSource();
        var total = new TaskCompletionSource<int>();
        var (writing, racing) = (Task.WhenAll(pens.Select(pen => WriteAsync(pen, stop.Token))),
            RaceAsync(journal, other, stop.Token));
        var following = FollowAsync(other, total.Task);

        var rows = await RepackAsync(batchRows: 500).Soon();
        await Task.WhenAll(pens.Select(pen => journal.OpenAsync(pen.Stream, 1))).Soon();
        await stop.CancelAsync();
        var appended = 2_000 + pens.Length + (await writing.Soon()).Sum() + await racing.Soon();
        total.SetResult(appended);
        var seen = await following.Soon();

        ((string)(await _store.ExecuteAsync(Sessions))!).Split(',').Should().Contain(
            writers.Split(','), "no statement failed, so no connection was given up");
        seen.Should().HaveCount(appended);
        seen.Select(row => row.Position).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        seen.ShouldBeChained();
        (await journal.WholeTailAsync()).Should().BeEquivalentTo(seen, options => options.WithStrictOrdering());
        rows.Should().Be((long)(await _store.ExecuteAsync("SELECT count(*) FROM journal_partitioned"))!);
        rows.Should().BeInRange(2_001, appended - 1, "some were written before it was done, and some behind");
        await _store.ExecuteAsync("DROP TABLE journal_partitioned");
        (await _store.ExecuteAsync(JournalLayoutTests.Names)).Should().Be(JournalLayoutTests.OneTable);
    }

    [Fact]
    public async Task What_was_ended_halfway_is_continued()
    {
        var journal = _store.Open();
        await FillAsync(journal, 100);
        var before = await journal.WholeTailAsync();

        await EndedAfterAsync(batches: 3);
        (await _store.ExecuteAsync("SELECT count(*) FROM journal_repacked")).Should().Be(30L);
        await _store.ExecuteAsync(
            "SET session_replication_role = replica; UPDATE journal_repacked SET correlation = 'copied at first'");
        await FillAsync(journal, 5);
        var rows = await RepackAsync().Soon();

        rows.Should().Be(105);
        var after = await journal.WholeTailAsync();
        after.Should().HaveCount(105);
        after.Take(100).Select(row => row.Position).Should().Equal(before.Select(row => row.Position));
        after.Count(row => row.Correlation == "copied at first").Should().Be(30, "they were not copied again");
    }

    [Fact]
    public async Task An_index_that_a_killed_run_left_half_built_is_built_anew()
    {
        await FillAsync(_store.Open(), 20);
        await EndedAfterAsync(batches: 1);
        await _store.ExecuteAsync("""
            CREATE INDEX repacked_journal_tail ON journal_repacked (n);
            UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'repacked_journal_tail'::regclass
            """);

        await RepackAsync().Soon();

        (await _store.ExecuteAsync("SELECT pg_get_indexdef('journal_tail'::regclass)"))
            .Should().BeOfType<string>().Which.Should().EndWith("(epoch, xid, n)");
    }

    [Fact]
    public async Task Conflicts_and_causes_are_told_apart_before_halfway_and_behind()
    {
        var (journal, rival) = (_store.Open(), _store.Open());
        await FillAsync(journal, 40);
        var pen = await journal.PenAsync(NewStream());
        await pen.Append(Event("first", cause: "c")).Soon();

        await AreToldApartAsync();
        await EndedAfterAsync(batches: 2);
        await AreToldApartAsync();
        await RepackAsync().Soon();
        await AreToldApartAsync();

        async Task AreToldApartAsync()
        {
            var (winner, loser) = (await rival.PenAsync(pen.Stream), await journal.PenAsync(pen.Stream));
            await winner.Append(Event("won")).Soon();
            await loser.Append(Event("lost")).Awaiting(task => task.Soon())
                .Should().ThrowAsync<JournalConflictException>();
            var repeating = await journal.PenAsync(pen.Stream);
            await repeating.Append(Event("again", cause: "c")).Awaiting(task => task.Soon())
                .Should().ThrowAsync<DuplicateCauseException>();
        }
    }

    [Theory]
    [InlineData("UPDATE journal SET actor = 'mallory'")]
    [InlineData("DELETE FROM journal")]
    [InlineData("TRUNCATE journal")]
    [InlineData("UPDATE journal_partitioned SET actor = 'mallory'")]
    [InlineData("DELETE FROM journal_partitioned")]
    [InlineData("TRUNCATE journal_partitioned")]
    [InlineData("DO $$ BEGIN FOR i IN 0..7 LOOP EXECUTE format('DELETE FROM journal_%s', i); END LOOP; END $$")]
    public async Task No_row_of_either_table_is_changed_or_deleted_afterwards(string change)
    {
        await FillAsync(_store.Open(), 3);
        await RepackAsync().Soon();

        await _store.Awaiting(store => store.ExecuteAsync(change))
            .Should().ThrowAsync<PostgresException>().WithMessage("*append-only*");
        await _store.ExecuteAsync("DROP TABLE journal_partitioned");
        (await _store.Open().WholeTailAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_copy_that_lacks_a_row_never_takes_the_journals_place()
    {
        await FillAsync(_store.Open(), 30);
        await EndedAfterAsync(batches: 2);
        await _store.ExecuteAsync(
            "SET session_replication_role = replica; DELETE FROM journal_repacked WHERE ctid = '(0,3)'");

        await this.Awaiting(it => it.RepackAsync().Soon())
            .Should().ThrowAsync<RepackRefusedException>().WithMessage("*30 rows and the copy 29*");

        (await _store.ExecuteAsync("SELECT count(*) FROM journal")).Should().Be(30L);
        (await _store.ExecuteAsync("SELECT relkind::text FROM pg_class WHERE oid = 'journal'::regclass"))
            .Should().Be("p");
    }

    [Fact]
    public async Task It_waits_for_who_holds_the_journal_and_nodes_go_on()
    {
        var journal = _store.Open();
        await FillAsync(journal, 10);
        await using var dump = await _store.ConnectAsync();
        await using var transaction = await dump.BeginTransactionAsync();
        await using var read = new NpgsqlCommand("LOCK TABLE journal IN ACCESS SHARE MODE", dump);
        await read.ExecuteNonQueryAsync();
        var waits = new TaskCompletionSource();

        var repacking = RepackAsync(tell: what =>
        {
            if (what.StartsWith("waiting", StringComparison.Ordinal))
                waits.TrySetResult();
        });
        await waits.Task.Soon();
        await FillAsync(journal, 10);
        await transaction.RollbackAsync();

        (await repacking.Soon()).Should().Be(20);
        (await journal.WholeTailAsync()).Should().HaveCount(20);
    }

    [Fact]
    public async Task Owner_and_rights_stay_what_they_were()
    {
        var role = $"r{Guid.NewGuid():N}";
        await _store.ExecuteAsync($"""
            CREATE ROLE {role}; CREATE ROLE {role}_owner; GRANT CREATE ON SCHEMA public TO {role}_owner;
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
            ALTER TABLE journal OWNER TO {role}_owner;
            REVOKE TRUNCATE ON journal FROM {role}_owner;
            GRANT INSERT, SELECT (id, version) ON journal TO {role} WITH GRANT OPTION
            """);
        const string Rights = """
            SELECT concat_ws(' ', relowner::regrole, relacl, (
                SELECT string_agg(attname || attacl::text, ',' ORDER BY attnum) FROM pg_attribute
                WHERE attrelid = c.oid AND attacl IS NOT NULL))
            FROM pg_class c WHERE oid = 'journal'::regclass
            """;
        var before = await _store.ExecuteAsync(Rights);

        await RepackAsync().Soon();

        (await _store.ExecuteAsync(Rights)).Should().Be(before);
        before.Should().BeOfType<string>().Which.Should().Contain($"{role}=a*/").And.Contain($"id{{{role}=r*/");
    }

    [Fact]
    public async Task What_cannot_be_repacked_is_refused_and_left_as_it_is()
    {
        await FillAsync(_store.Open(), 3);
        await _store.ExecuteAsync("CREATE VIEW latest AS SELECT * FROM journal");
        await RefusedAsync("*view latest*Drop it*");
        await _store.ExecuteAsync("DROP VIEW latest");

        await using (var another = await _store.ConnectAsync())
        {
            await using var taken = new NpgsqlCommand("SELECT pg_advisory_lock(x'537570706c795270'::bigint)", another);
            await taken.ExecuteNonQueryAsync();
            await RefusedAsync("*already*");
        }
        (await _store.ExecuteAsync("SELECT to_regclass('journal_repacked') IS NULL")).Should().Be(true);

        await RepackAsync().Soon();
        await RefusedAsync("*one table*nothing to do*");

        Task RefusedAsync(string why) => this.Awaiting(it => it.RepackAsync().Soon())
            .Should().ThrowAsync<RepackRefusedException>().WithMessage(why);
    }

    private async Task<long> RepackAsync(
        Action<string>? tell = null, int batchRows = 10, CancellationToken cancellationToken = default)
    {
        var options = new PostgresOptions { ConnectionString = _store.ConnectionString, MakesSchema = false };
        await using var database = PostgresDatabase.Open(options, new(TimeProvider.System));
        return await new JournalRepack(database, (_, what) => tell?.Invoke(what)) { BatchRows = batchRows }
            .RunAsync(cancellationToken);
    }

    private async Task EndedAfterAsync(int batches)
    {
        using var end = new CancellationTokenSource();
        await this.Awaiting(it => it.RepackAsync(_ =>
        {
            if (--batches == 0)
                end.Cancel();
        }, cancellationToken: end.Token).Soon()).Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task FillAsync(PostgresJournal journal, int rows) => await Task.WhenAll(
        Enumerable.Range(0, rows).Select(async n =>
            await (await journal.PenAsync(NewStream())).Append(Event($"{n}", cause: $"{n}")))).Soon();

    private static async Task<int> WriteAsync(Pen pen, CancellationToken stop)
    {
        var appended = 0;
        for (; !stop.IsCancellationRequested; appended++)
        {
            await pen.Append(Event($"{appended}", cause: $"{appended}")).Soon();
        }
        return appended;
    }

    /// <summary>Two writers of one stream: one loses each time, and knows that it lost.</summary>
    private static async Task<int> RaceAsync(IJournal journal, IJournal other, CancellationToken stop)
    {
        var stream = NewStream();
        var landed = await Task.WhenAll(new[] { journal, other }.Select(async (writer, n) =>
        {
            var appended = 0;
            for (var pen = await writer.PenAsync(stream); !stop.IsCancellationRequested;)
            {
                try
                {
                    await pen.Append(Event(cause: $"{n} {appended}")).Soon();
                    appended++;
                }
                catch (JournalConflictException)
                {
                    pen = await writer.PenAsync(stream);
                }
            }
            return appended;
        }));
        return landed.Sum();
    }

    /// <summary>Follows until it has seen as many events as there are; when one is lost it goes on waiting.</summary>
    private static async Task<List<JournaledEvent>> FollowAsync(PostgresJournal journal, Task<int> total)
    {
        var seen = new List<JournaledEvent>();
        while (!total.IsCompleted || seen.Count < await total)
        {
            var after = seen.Count > 0 ? seen[^1].Position : Position.Start;
            await journal.WaitForTailAsync(after, CancellationToken.None).Soon();
            seen.AddRange(await journal.ReadNewsAsync(after, 100, CancellationToken.None).Soon());
        }
        return seen;
    }
}
