namespace SupplyChain.Journal.Postgres;

/// <summary>
/// A server for one class of tests: what another test holds open on the same server would hold back the tail of all its
/// databases. Nothing writes in it but the tests.
/// </summary>
public sealed class PostgresServerFixture : IAsyncLifetime
{
    public RunningPostgres Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RunningPostgres.StartAsync(new()
    {
        Settings = new Dictionary<string, string> { ["autovacuum"] = "off", ["max_prepared_transactions"] = "4" },
    });

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
