using System.Threading.Channels;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// Asks the database once for all who ask at the same time. A batch is whatever waited while the last ones were in
/// flight: alone, a request goes at once; when thousands of actors wake up, few round trips serve them. Unlike
/// with <see cref="SharedRun{T}"/>, those who ask together ask for different things.
/// </summary>
internal sealed class Coalescer<TRequest, TAnswer> : IAsyncDisposable
{
    private sealed record Asked(TRequest Request, TaskCompletionSource<TAnswer> Answer, CancellationToken Cancelled);

    private readonly Channel<Asked> _waiting = Channel.CreateUnbounded<Asked>();
    private readonly Func<IReadOnlyList<TRequest>, Task<IReadOnlyList<TAnswer>>> _serve;
    private readonly int _atOnce;
    private readonly Task _workers;

    /// <summary>Begins to serve.</summary>
    /// <param name="serve">Answers all requests, in their order.</param>
    /// <param name="atOnce">Requests in one batch.</param>
    /// <param name="workers">Batches in flight.</param>
    public Coalescer(Func<IReadOnlyList<TRequest>, Task<IReadOnlyList<TAnswer>>> serve, int atOnce, int workers)
    {
        (_serve, _atOnce) = (serve, atOnce);
        _workers = Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(RunAsync)));
    }

    /// <summary>The answer to one request.</summary>
    /// <exception cref="JournalUnavailableException">The database could not be asked.</exception>
    public Task<TAnswer> AskAsync(TRequest request, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_waiting.Writer.TryWrite(new(request, answer, cancellationToken)))
        {
            answer.SetException(new JournalUnavailableException("The journal is closed."));
        }
        return answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Answers what waits and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _workers;
    }

    private async Task RunAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var batch = Take(_atOnce);
            if (batch.Count == 0)
            {
                continue;
            }
            try
            {
                var answers = await _serve(batch.ConvertAll(asked => asked.Request));
                for (var i = 0; i < batch.Count; i++)
                {
                    batch[i].Answer.SetResult(answers[i]);
                }
            }
            catch (JournalUnavailableException failure)
            {
                // A caller that waits behind would only wait longer for the same.
                Fail(batch, failure);
                Fail(Take(int.MaxValue), failure);
            }
            catch (Exception failure) // belongs to those who asked, not to this loop
            {
                Fail(batch, failure);
            }
        }
    }

    private List<Asked> Take(int atMost)
    {
        var batch = new List<Asked>();
        while (batch.Count < atMost && _waiting.Reader.TryRead(out var next))
        {
            if (!next.Cancelled.IsCancellationRequested)
            {
                batch.Add(next);
            }
        }
        return batch;
    }

    private static void Fail(List<Asked> batch, Exception failure) =>
        batch.ForEach(asked => asked.Answer.TrySetException(failure));
}
