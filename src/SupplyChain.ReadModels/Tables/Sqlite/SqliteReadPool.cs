using SupplyChain.Journal;

namespace SupplyChain.Tables.Sqlite;

/// <summary>The reading connections. While the file is exchanged, questions wait.</summary>
internal sealed class SqliteReadPool(Func<IReadSession> open, int connections) : IReadPool, IDisposable
{
    private volatile Task<ReaderThreads<IReadSession>> _readers = Task.FromResult(Open(open, connections));

    /// <summary>The connections, after the exchange that may be under way.</summary>
#pragma warning disable VSTHRD002 // Files are exchanged on the projection's own thread, which waits for nothing else.
    private ReaderThreads<IReadSession> Current => _readers.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<IReadSession, T> read, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = _readers;
            try
            {
                return await (await current.WaitAsync(cancellationToken)).ReadAsync(read, cancellationToken);
            }
            catch (JournalUnavailableException) when (_readers != current)
            {
                // It was asked of connections that closed in that moment.
            }
        }
    }

    /// <summary>Closes every connection, lets the file be exchanged, and opens them again.</summary>
    public void Exchange(Action exchange)
    {
        var old = Current;
        var next = new TaskCompletionSource<ReaderThreads<IReadSession>>(
            TaskCreationOptions.RunContinuationsAsynchronously);
        _readers = next.Task;
        old.Dispose();
        try
        {
            exchange();
        }
        finally
        {
            next.SetResult(Open(open, connections));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Current.Dispose();

    private static ReaderThreads<IReadSession> Open(Func<IReadSession> open, int connections) =>
        new(open, connections, "read tables");
}
