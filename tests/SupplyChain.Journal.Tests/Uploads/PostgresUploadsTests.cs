using System.Globalization;
using SupplyChain.Journal.Postgres;

namespace SupplyChain.Journal.Uploads;

public sealed class PostgresUploadsTests : UploadsContract, IAsyncLifetime
{
    private PostgresStore _store = null!;
    private PostgresDatabase _database = null!;

    protected override IUploads Uploads => new PostgresUploads(_database);

    public async ValueTask InitializeAsync()
    {
        _store = await PostgresStore.NewAsync(await RunningPostgres.SharedAsync());
        _database = PostgresDatabase.Open(
            new() { ConnectionString = _store.ConnectionString }, new(TimeProvider.System));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _store.DisposeAsync();
    }

    protected override Task AgeAsync(string file, TimeSpan by) => _store.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"UPDATE uploads SET stored_at = stored_at - interval '{by.TotalSeconds} seconds' WHERE file = '{file}'"));
}
