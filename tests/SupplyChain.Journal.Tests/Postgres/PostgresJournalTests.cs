namespace SupplyChain.Journal.Postgres;

/// <summary>The cluster's journal keeps the contract.</summary>
public sealed class PostgresJournalTests(PostgresServerFixture fixture)
    : JournalContract, IClassFixture<PostgresServerFixture>
{
    protected override async Task<JournalStore> NewStoreAsync() => await PostgresStore.NewAsync(fixture.Server);
}
