namespace SupplyChain.Journal.Sqlite;

/// <summary>The embedded journal keeps the contract.</summary>
public sealed class SqliteJournalTests : JournalContract
{
    protected override Task<JournalStore> NewStoreAsync() => Task.FromResult<JournalStore>(new SqliteStore());
}
