using Npgsql;
using SupplyChain.Tables.Postgres;

namespace SupplyChain.Journal.Postgres;

/// <summary>The locks that nodes hold while the journal is repacked.</summary>
public sealed class RepackBesideNodesTests(PostgresServerFixture fixture) : IClassFixture<PostgresServerFixture>
{
    private const long LeaseOfRelease01 = 0x5375_7070_6c79_5265;

    [Fact]
    public async Task Nodes_of_both_releases_that_take_the_journal_into_their_lists_are_not_in_the_way()
    {
        await using var store = await PostgresStore.NewPartitionedAsync(fixture.Server);
        await using var nodes = await store.ConnectAsync();
        await using var leases = new NpgsqlCommand(
            $"SELECT pg_advisory_lock({LeaseOfRelease01}), pg_advisory_lock({PostgresLayout.Lease})", nodes);
        await leases.ExecuteNonQueryAsync();
        var options = new PostgresOptions { ConnectionString = store.ConnectionString, MakesSchema = false };
        await using var database = PostgresDatabase.Open(options, new(TimeProvider.System));

        (await new JournalRepack(database, (_, _) => { }).RunAsync(CancellationToken.None).Soon()).Should().Be(0);
    }
}
