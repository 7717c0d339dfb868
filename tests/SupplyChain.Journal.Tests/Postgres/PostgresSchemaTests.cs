using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using SupplyChain.Tables.Postgres;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Postgres;

public sealed class PostgresSchemaTests : IAsyncLifetime
{
    private PostgresStore _store = null!;

    public async ValueTask InitializeAsync() =>
        _store = await PostgresStore.NewAsync(await RunningPostgres.SharedAsync());

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Three_silos_may_start_at_once_on_an_empty_database()
    {
        var journals = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _store.Open()))).Soon();

        foreach (var journal in journals)
        {
            await (await journal.PenAsync(NewStream())).Append(Event()).Soon();
        }
        (await _store.ExecuteAsync("SELECT count(*) FROM migrations")).Should().Be((long)Scripts.Count);
    }

    [Fact]
    public async Task An_older_schema_is_brought_forward_and_keeps_its_rows()
    {
        await using (var connection = await _store.ConnectAsync())
        {
            PostgresMigrations.Apply(connection, Scripts[..1]);
            await _store.ExecuteAsync("INSERT INTO tenant_keys VALUES ('demo', 'key')");
            List<MigrationScript> two =
                [Scripts[0], new("0002_next.sql", "CREATE TABLE next (x int); CREATE INDEX ON next (x)")];

            PostgresMigrations.Apply(connection, two);
            PostgresMigrations.Apply(connection, two);
        }

        (await _store.ExecuteAsync("SELECT count(*) FROM next")).Should().Be(0L);
        (await _store.ExecuteAsync("SELECT tenant FROM tenant_keys")).Should().Be("demo");
        _store.Invoking(store => store.Open()).Should().Throw<SchemaRefusedException>();
    }

    [Fact]
    public void No_number_is_missing_or_given_twice() => Scripts.Select(script => script.Number).Should().Equal(
        Enumerable.Range(1, Scripts.Count).Select(number => number.ToString("0000", CultureInfo.InvariantCulture)));

    [Fact]
    public void Names_are_recorded_as_they_were() =>
        Scripts.Should().OnlyContain(script => Regex.IsMatch(script.Name, "^[0-9]{4}_[a-z_]+[.]sql$"))
            .And.Contain(script => script.Name == "0014_order_mentions.sql");

    [Fact]
    public async Task A_database_with_the_journal_alone_gets_the_read_tables_later()
    {
        var options = new PostgresOptions { ConnectionString = _store.ConnectionString };
        await PostgresDatabase.Open(options, new(TimeProvider.System)).DisposeAsync();
        (await _store.ExecuteAsync("SELECT to_regclass('orders') IS NULL")).Should().Be(true);

        await PostgresDatabase.Open(
            options, new(TimeProvider.System), PostgresReadModelServices.Scripts).DisposeAsync();
        await PostgresDatabase.Open(options, new(TimeProvider.System)).DisposeAsync();

        (await _store.ExecuteAsync("SELECT to_regclass('transfers') IS NULL")).Should().Be(false);
        (await _store.ExecuteAsync("SELECT count(*) FROM migrations")).Should().Be((long)Scripts.Count);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_behind()
    {
        await using var connection = await _store.ConnectAsync();
        List<MigrationScript> bad = [new("0001_bad.sql", "CREATE TABLE half (x int); SELECT 1 / 0")];

        connection.Invoking(it => PostgresMigrations.Apply(it, bad)).Should().Throw<PostgresException>();

        (await _store.ExecuteAsync("SELECT to_regclass('half') IS NULL AND to_regclass('migrations') IS NULL"))
            .Should().Be(true);
    }

    [Theory]
    [InlineData("UPDATE feature_level SET level = 99", "*feature level 99*reads up to*Run the version that raised it*")]
    [InlineData("UPDATE migrations SET script_hash = 'x' WHERE name LIKE '0001%'", "*another script 0001_journal.sql*")]
    public async Task A_schema_of_somebody_else_is_refused(string change, string message)
    {
        _store.Open();
        await _store.ExecuteAsync(change);

        _store.Invoking(store => store.Open()).Should().Throw<SchemaRefusedException>().WithMessage(message);
    }

    [Fact]
    public async Task Scripts_of_a_later_version_are_left_alone_while_the_level_can_be_read()
    {
        _store.Open();
        await _store.ExecuteAsync("INSERT INTO migrations VALUES ('9999_later.sql', 'x', now())");

        await (await _store.Open().PenAsync(NewStream())).Append(Event()).Soon();
    }

    [Theory]
    [InlineData("UPDATE journal SET actor = 'mallory'")]
    [InlineData("DELETE FROM journal")]
    [InlineData("TRUNCATE journal")]
    public async Task A_row_is_never_changed_or_deleted(string change)
    {
        await (await _store.Open().PenAsync(NewStream())).Append(Event()).Soon();

        await _store.Awaiting(store => store.ExecuteAsync(change))
            .Should().ThrowAsync<PostgresException>().WithMessage("*append-only*");
    }

    [Fact]
    public async Task Snapshots_may_be_deleted_at_any_time()
    {
        var journal = _store.Open();
        var pen = await journal.PenAsync(NewStream());
        await pen.Append(Event("a"), Event("b")).Soon();
        await journal.SaveSnapshotAsync(pen.Stream, new(1, 2, [1], pen.Hash.ToArray())).Soon();
        (await journal.OpenAsync(pen.Stream, 1).Soon()).Events.Should().BeEmpty();
        await _store.ExecuteAsync("DELETE FROM snapshots");

        (await journal.OpenAsync(pen.Stream, 1).Soon()).Events.Select(row => row.Text()).Should().Equal("a", "b");
    }

    private static List<MigrationScript> Scripts { get; } = PostgresMigrations.With(PostgresReadModelServices.Scripts);
}
