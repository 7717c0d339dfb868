using Microsoft.Data.Sqlite;
using SupplyChain.Operations;
using static SupplyChain.Journal.Appending;

namespace SupplyChain.Journal.Sqlite;

public sealed class SchemaTests : IAsyncDisposable
{
    private readonly SqliteStore _store = new();

    public async ValueTask DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData("INSERT INTO migrations VALUES ('0999_later.sql', 'x', 'x', 0)", "*newer version*0999_later*")]
    [InlineData("UPDATE migrations SET script_hash = 'x' WHERE name LIKE '0001%'", "*another script 0001_journal.sql*")]
    [InlineData("UPDATE feature_level SET level = 99", "*feature level 99*reads up to*Run the version that raised it*")]
    [InlineData("DROP INDEX events_by_version", "*tables or indexes*changed*")]
    [InlineData("CREATE TABLE notes (x TEXT)", "*tables or indexes*changed*")]
    public async Task A_schema_of_somebody_else_is_refused(string change, string message)
    {
        await _store.Open().DisposeAsync();
        Execute(change);

        _store.Invoking(store => store.Open()).Should().Throw<SchemaRefusedException>().WithMessage(message);
    }

    [Fact]
    public async Task A_newer_release_raises_the_level_when_it_opens_the_file()
    {
        await _store.Open().DisposeAsync();

        using (var connection = _store.File.OpenWriter())
        {
            SqliteFeatureLevel.Open(connection, FeatureLevel.Newest + 1);
        }

        _store.Invoking(store => store.Open()).Should().Throw<SchemaRefusedException>()
            .WithMessage($"*feature level {FeatureLevel.Newest + 1}*");
    }

    [Theory]
    [InlineData("UPDATE events SET actor = 'mallory'")]
    [InlineData("DELETE FROM events")]
    public async Task A_row_is_never_changed_or_deleted(string change)
    {
        await (await _store.Open().PenAsync(NewStream())).Append(Event()).Soon();

        this.Invoking(test => test.Execute(change)).Should().Throw<SqliteException>().WithMessage("*append-only*");
    }

    [Fact]
    public async Task Snapshots_may_be_deleted_at_any_time()
    {
        var journal = _store.Open();
        var pen = await journal.PenAsync(NewStream());
        await pen.Append(Event("a"), Event("b")).Soon();
        await journal.SaveSnapshotAsync(pen.Stream, new(1, 2, [1], pen.Hash.ToArray())).Soon();
        Execute("DELETE FROM snapshots");

        (await journal.OpenAsync(pen.Stream, 1).Soon()).Events.Select(row => row.Text()).Should().Equal("a", "b");
    }

    private void Execute(string sql)
    {
        using var connection = _store.File.OpenWriter();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
