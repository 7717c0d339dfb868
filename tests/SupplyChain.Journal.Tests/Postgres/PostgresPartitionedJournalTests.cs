namespace SupplyChain.Journal.Postgres;

/// <summary>A journal that the release before made in partitions keeps the contract as well.</summary>
public sealed class PostgresPartitionedJournalTests(PostgresServerFixture fixture)
    : JournalContract, IClassFixture<PostgresServerFixture>
{
    [Fact]
    public async Task It_is_in_partitions() =>
        (await ((PostgresStore)Store).ExecuteAsync(
            "SELECT count(*) FROM pg_inherits WHERE inhparent = 'journal'::regclass")).Should().Be(8L);

    protected override async Task<JournalStore> NewStoreAsync() =>
        await PostgresStore.NewPartitionedAsync(fixture.Server);
}
