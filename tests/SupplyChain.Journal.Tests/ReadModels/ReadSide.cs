using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using SupplyChain.Tables;

namespace SupplyChain.Journal.ReadModels;

/// <summary>Read tables of a journal, kept at its tail, in a place that is gone after the test.</summary>
internal abstract class ReadSide : IAsyncDisposable
{
    protected IJournal Journal { get; private set; } = null!;

    public IReadTableSource Source { get; private set; } = null!;

    public ReadModelSignals Signals { get; private set; } = null!;

    public ProjectionService Projection { get; private set; } = null!;

    public TableReadModels Models { get; private set; } = null!;

    /// <summary>Waits until the tables show everything.</summary>
    public async Task<ReadSide> CaughtUpAsync()
    {
        await Projection.WaitForAsync(await Journal.TailPositionAsync()).Soon();
        return this;
    }

    public Task<VerifyReport> VerifyAsync(DateTimeOffset now) =>
        new Verifier(Journal, Projection, Source, TimeProvider.System).VerifyAsync(now).Soon();

    /// <summary>
    /// Stops, lets the test do something to the tables, and starts again, perhaps behind another journal.
    /// </summary>
    public async Task RestartAsync(Func<Task>? meanwhile = null, IJournal? journal = null)
    {
        await CloseAsync();
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        await StartAsync(journal ?? Journal);
    }

    /// <summary>Changes the tables from outside; tells how many rows.</summary>
    public abstract Task<int> ExecuteAsync(string sql);

    /// <summary>Another projector of the same tables.</summary>
    public async Task<Projector> NewProjectorAsync() => new(
        Journal, await NewWriterAsync(), new SystemBusinessClock(TimeProvider.System), 100, NullLogger.Instance);

    /// <summary>Somebody else who writes to the same tables.</summary>
    public abstract Task<ITableWriter> NewWriterAsync();

    /// <summary>Somebody who reads them.</summary>
    public IReadPool Pool { get; private set; } = null!;

    /// <summary>Every table's rows, in order.</summary>
    public string[] Dump()
    {
        using var tables = Source.OpenTables();
        return tables.Dump();
    }

    public virtual async ValueTask DisposeAsync() => await CloseAsync();

    public async Task<ReadSide> StartAsync(IJournal journal)
    {
        Journal = journal;
        var (store, pool) = Open();
        (Source, Pool) = ((IReadTableSource)store, pool);
        Signals = new();
        Models = new(pool, Signals);
        Projection = new(
            store, journal, Signals, new(), TimeProvider.System, NullLogger<ProjectionService>.Instance);
        await Projection.StartAsync(default);
        return this;
    }

    protected abstract (IProjectionStore Store, IReadPool Pool) Open();

    protected abstract Task CloseStoreAsync();

    private async Task CloseAsync()
    {
        await Projection.StopAsync(default);
        Projection.Dispose();
        await CloseStoreAsync();
    }
}
