using Npgsql;
using SupplyChain.Journal;
using SupplyChain.Journal.Postgres;

namespace SupplyChain.Tables.Postgres;

/// <summary>Answers on a few threads, each with a connection of the pool while it answers.</summary>
internal sealed class PostgresReadPool(NpgsqlDataSource pool) : IReadPool, IDisposable
{
    // Fewer than the pool has connections: histories and verifying need one too.
    private const int MaxReaders = 4;

    private readonly ReaderThreads<PostgresReadSession> _readers = new(() => new(pool), MaxReaders, "read tables");

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(Func<IReadSession, T> read, CancellationToken cancellationToken) =>
        _readers.ReadAsync(session => Read(session, read), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _readers.Dispose();

    /// <summary>
    /// The pool may still hold connections to a server that was restarted since: then once more on a new one.
    /// </summary>
    private T Read<T>(PostgresReadSession session, Func<IReadSession, T> read)
    {
        try
        {
            return ReadOnce(session, read);
        }
        catch (Exception failure) when (Unavailable.WasCut(failure))
        {
            pool.Clear();
            return ReadOnce(session, read);
        }
    }

    private static T ReadOnce<T>(PostgresReadSession session, Func<IReadSession, T> read)
    {
        try
        {
            return read(session);
        }
        catch (Exception failure) when (Unavailable.IsProviders(failure) && !Unavailable.WasCut(failure))
        {
            throw new JournalUnavailableException("The read tables could not be read.", failure);
        }
        finally
        {
            session.Dispose(); // until the next question
        }
    }
}
