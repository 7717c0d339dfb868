using System.Data.Common;
using System.Diagnostics;

namespace SupplyChain.Journal;

/// <summary>
/// A few threads, each with a reading connection: a connection blocks while it reads, and an actor's thread must not.
/// </summary>
internal sealed class ReaderThreads<TReader> : IDisposable where TReader : IDisposable
{
    // The caller has given up by then, or asks again; a question without a caller must not keep others waiting.
    private static readonly TimeSpan QueueTimeout = TimeSpan.FromSeconds(10);

    private readonly WorkQueue<Action<TReader>> _requests = new();
    private readonly List<Thread> _threads = [];

    /// <summary>Opens the connections and starts the threads.</summary>
    public ReaderThreads(Func<TReader> open, int count, string name)
    {
        for (var i = 0; i < count; i++)
        {
            var reader = open();
            var thread = new Thread(() => Serve(reader)) { IsBackground = true, Name = $"{name} reader {i + 1}" };
            thread.Start();
            _threads.Add(thread);
        }
    }

    /// <summary>Reads on whichever thread is free first.</summary>
    /// <exception cref="JournalUnavailableException">The database could not be read, or no thread was free for
    /// long.</exception>
    public Task<T> ReadAsync<T>(Func<TReader, T> read, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Stopwatch.GetTimestamp();
        if (!_requests.TryAdd(reader => Answer(answer, read, reader, asked, cancellationToken)))
        {
            answer.SetException(new JournalUnavailableException("The journal is closed."));
        }
        return answer.Task;
    }

    /// <summary>Answers what is queued and closes the connections.</summary>
    public void Dispose()
    {
        _requests.Complete();
        _threads.ForEach(thread => thread.Join());
    }

    private static void Answer<T>(
        TaskCompletionSource<T> answer, Func<TReader, T> read, TReader reader, long asked,
        CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            answer.SetCanceled(cancellationToken);
            return;
        }
        if (Stopwatch.GetElapsedTime(asked) > QueueTimeout)
        {
            answer.SetException(new JournalUnavailableException("Too many questions wait for the read threads."));
            return;
        }
        try
        {
            answer.SetResult(read(reader));
        }
        catch (DbException failure)
        {
            answer.SetException(new JournalUnavailableException("The journal could not be read.", failure));
        }
        catch (Exception failure) // belongs to the caller, not to this thread
        {
            answer.SetException(failure);
        }
    }

    private void Serve(TReader reader)
    {
        while (_requests.TryTake(out var request))
        {
            request(reader);
        }
        reader.Dispose();
    }
}
