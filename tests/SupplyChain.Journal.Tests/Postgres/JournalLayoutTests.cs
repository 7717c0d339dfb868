using Npgsql;
using SupplyChain.Tables.Postgres;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Postgres;

/// <summary>A new journal is one table; one that has rows in partitions keeps them.</summary>
public sealed class JournalLayoutTests : IAsyncLifetime
{
    /// <summary>What is in the database of the journal's table and its copies.</summary>
    internal const string Names = """
        SELECT string_agg(concat_ws(' ', relname, relkind), ', ' ORDER BY relname COLLATE "C") FROM pg_class
        WHERE (relname LIKE 'journal%' OR relname LIKE 'repacked%') AND relname <> 'journal_server'
            AND relname <> 'journal_server_pkey' AND relname NOT LIKE 'journal\__\_%'
        """;

    /// <summary>One table with everything that belongs to it, and nothing beside it.</summary>
    internal const string OneTable =
        "journal r, journal_by_cause i, journal_pkey i, journal_streams i, journal_tail i";

    private RunningPostgres _server = null!;
    private PostgresStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningPostgres.SharedAsync();
        _store = await PostgresStore.NewAsync(_server);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_new_journal_is_one_table()
    {
        _store.Open();

        (await _store.ExecuteAsync(Names)).Should().Be(OneTable);
    }

    [Fact]
    public async Task One_table_is_defined_as_the_partitions_were()
    {
        await using var partitioned = await PostgresStore.NewPartitionedAsync(_server);
        _store.Open();

        foreach (var definition in new[]
        {
            """
            SELECT string_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull, collname), ', '
                ORDER BY attnum)
            FROM pg_attribute LEFT JOIN pg_collation c ON c.oid = attcollation
            WHERE attrelid = 'journal'::regclass AND attnum > 0
            """,
            """
            SELECT string_agg(conname || ' ' || pg_get_constraintdef(oid), ', ' ORDER BY conname) FROM pg_constraint
            WHERE conrelid = 'journal'::regclass
            """,
            """
            SELECT string_agg(replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON '), ', '
                ORDER BY indexrelid::regclass::text)
            FROM pg_index WHERE indrelid = 'journal'::regclass
            """,
            """
            SELECT string_agg(pg_get_triggerdef(oid), ', ' ORDER BY tgname) FROM pg_trigger
            WHERE tgrelid = 'journal'::regclass
            """,
        })
        {
            (await _store.ExecuteAsync(definition)).Should().BeOfType<string>()
                .Which.Should().Be((string)(await partitioned.ExecuteAsync(definition))!);
        }
        (await _store.ExecuteAsync("SELECT reloptions IS NULL FROM pg_class WHERE oid = 'journal'::regclass"))
            .Should().Be(true, "it is cleaned up as other tables are");
    }

    [Fact]
    public async Task An_empty_journal_of_the_release_before_becomes_one_table_and_its_users_keep_their_rights()
    {
        await MadeBeforeAsync();
        await _store.ExecuteAsync("GRANT SELECT ON journal TO pg_monitor");

        await (await _store.Open().PenAsync(NewStream())).Append(Event()).Soon();

        (await _store.ExecuteAsync(Names)).Should().Be(OneTable);
        (await _store.ExecuteAsync("SELECT has_table_privilege('pg_monitor', 'journal', 'SELECT')"))
            .Should().Be(true);
    }

    [Fact]
    public async Task A_journal_that_another_session_holds_for_long_stays_in_partitions_and_the_node_starts()
    {
        await MadeBeforeAsync();
        await using var reader = await _store.ConnectAsync();
        await using var transaction = await reader.BeginTransactionAsync();
        await using var read = new NpgsqlCommand("SELECT count(*) FROM journal", reader);
        await read.ExecuteScalarAsync();

        await (await _store.Open().PenAsync(NewStream())).Append(Event()).Soon();

        (await _store.ExecuteAsync("SELECT relkind::text FROM pg_class WHERE oid = 'journal'::regclass"))
            .Should().Be("p");
        (await _store.ExecuteAsync("SELECT to_regclass('journal_repacked') IS NULL")).Should().Be(true);
    }

    [Fact]
    public async Task A_row_of_a_writer_that_is_not_done_yet_keeps_the_partitions()
    {
        await MadeBeforeAsync();
        await using var writer = await _store.ConnectAsync();
        await using var transaction = await writer.BeginTransactionAsync();
        await using var insert = new NpgsqlCommand("""
            INSERT INTO journal VALUES (
                'demo', 'order', 'first', 1, 'test.noted', 1, NULL, now(), 'tester', 'test', NULL, 0, '', '{}', 0,
                pg_current_xact_id(), 1)
            """, writer);
        await insert.ExecuteNonQueryAsync();

        var opening = Task.Run(() => _store.Open());
        await WaitForLockAsync();
        await transaction.CommitAsync();
        await opening.Soon();

        (await _store.ExecuteAsync("SELECT count(*) FROM journal")).Should().Be(1L);
        (await _store.ExecuteAsync("SELECT relkind::text FROM pg_class WHERE oid = 'journal'::regclass"))
            .Should().Be("p");
    }

    [Fact]
    public async Task How_many_rows_there_are_about_is_known_of_both()
    {
        await using var partitioned = await PostgresStore.NewPartitionedAsync(_server);
        foreach (var store in new[] { _store, partitioned })
        {
            var journal = store.Open();
            (await journal.AboutEventsAsync().Soon()).Should().BeNull();
            await Task.WhenAll(Enumerable.Range(0, 30).Select(
                async _ => await (await journal.PenAsync(NewStream())).Append(Event()))).Soon();

            await store.ExecuteAsync("ANALYZE journal");

            (await journal.AboutEventsAsync().Soon()).Should().Be(30);
        }
    }

    private async Task MadeBeforeAsync()
    {
        await using var connection = await _store.ConnectAsync();
        PostgresMigrations.Apply(connection, PostgresMigrations.With(PostgresReadModelServices.Scripts)
            .FindAll(script => script.Name != PostgresStore.OneTable));
    }

    private async Task WaitForLockAsync()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _store.ExecuteAsync("""
            SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'journal'::regclass
            """) is 0L)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), enough.Token);
        }
    }
}
