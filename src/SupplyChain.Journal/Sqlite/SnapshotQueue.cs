using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SupplyChain.Journal.Sqlite;

/// <summary>Collects snapshots and lets the writer thread write a few at once between two commits.</summary>
internal sealed partial class SnapshotQueue(SqliteBatchStore store, DedicatedThread writer, ILogger logger)
{
    private const int MaxSnapshotsPerBatch = 64;

    private readonly ConcurrentQueue<(StreamId Stream, Snapshot Snapshot, TaskCompletionSource Done)> _waiting = new();

    /// <summary>Completes when the snapshot was written, or when it could not be.</summary>
    public async Task SaveAsync(StreamId stream, Snapshot snapshot)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue((stream, snapshot, done));
        try
        {
            await writer.RunAsync(WriteSome);
            await done.Task;
        }
        catch (Exception failure) // a snapshot is never needed
        {
            LogNotSaved(failure, stream.ToString());
        }
    }

    private bool WriteSome()
    {
        var some = new List<(StreamId Stream, Snapshot Snapshot, TaskCompletionSource Done)>();
        while (some.Count < MaxSnapshotsPerBatch && _waiting.TryDequeue(out var next))
        {
            some.Add(next);
        }
        try
        {
            if (some.Count > 0)
            {
                store.Write(some.Select(each => (each.Stream, each.Snapshot)));
            }
            some.ForEach(each => each.Done.SetResult());
        }
        catch (Exception failure)
        {
            some.ForEach(each => each.Done.SetException(failure));
        }
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The snapshot of {Stream} was not saved")]
    private partial void LogNotSaved(Exception failure, string stream);
}
