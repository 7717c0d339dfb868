using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Journal.ReadModels.Sqlite;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Journal.Verification;
using SupplyChain.Operations;

namespace SupplyChain.Journal.ReadModels;

/// <summary>Read tables of a journal in a directory that is gone after the test.</summary>
internal sealed class ReadSide : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private IJournal _journal;

    public ReadSide(IJournal journal)
    {
        _journal = journal;
        Open();
    }

    public string Path => System.IO.Path.Combine(_directory.Path, "read.db");

    public ReadModelStore Store { get; private set; } = null!;

    public ReadModelSignals Signals { get; private set; } = null!;

    public ProjectionService Projection { get; private set; } = null!;

    public SqliteReadModels Models { get; private set; } = null!;

    /// <summary>Waits until the tables show everything.</summary>
    public async Task<ReadSide> CaughtUpAsync()
    {
        await Projection.WaitForAsync(await _journal.TailPositionAsync()).Soon();
        return this;
    }

    public Task<VerifyReport> VerifyAsync(DateTimeOffset now) =>
        new Verifier(_journal, Projection, Store, TimeProvider.System).VerifyAsync(now).Soon();

    /// <summary>
    /// Stops, lets the test do something to the file, and starts again, perhaps behind another journal.
    /// </summary>
    public async Task RestartAsync(Action? meanwhile = null, IJournal? journal = null)
    {
        await CloseAsync();
        meanwhile?.Invoke();
        _journal = journal ?? _journal;
        Open();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _directory.Dispose();
    }

    private void Open()
    {
        Store = new(Path, _journal, TimeProvider.System, NullLogger.Instance);
        Signals = new();
        Projection = new(Store, _journal, Signals, TimeProvider.System, NullLogger<ProjectionService>.Instance);
        Models = new(Store, Signals);
        Projection.StartAsync(default).GetAwaiter().GetResult();
    }

    private async Task CloseAsync()
    {
        await Projection.StopAsync(default);
        Projection.Dispose();
        Store.Dispose();
    }
}
