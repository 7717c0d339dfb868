using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Operations;
using SupplyChain.Tables;
using SupplyChain.Tables.Sqlite;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>Read tables in a file.</summary>
internal sealed class SqliteReadSide : ReadSide
{
    private readonly TemporaryDirectory _directory = new();
    private SqliteReadModelStore _store = null!;

    public string Path => System.IO.Path.Combine(_directory.Path, "read.db");

    public static Task<ReadSide> OpenAsync(IJournal journal) => new SqliteReadSide().StartAsync(journal);

    public override async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = new SqliteFile(Path, TimeSpan.FromSeconds(5)).OpenWriter();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public override Task<ITableWriter> NewWriterAsync() => Task.FromResult<ITableWriter>(
        new SqliteTableWriter(new ReadFile(Path, TimeProvider.System).OpenWriter()));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _directory.Dispose();
    }

    protected override (IProjectionStore Store, IReadPool Pool) Open()
    {
        _store = new(
            Path, Journal, TimeProvider.System, new SystemBusinessClock(TimeProvider.System), NullLogger.Instance);
        return (_store, _store.Pool);
    }

    protected override Task CloseStoreAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }
}
