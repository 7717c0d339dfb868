using SupplyChain.Journal;

namespace SupplyChain.Tables;

/// <summary>The connections that read the tables.</summary>
internal interface IReadPool
{
    /// <summary>Asks something, on whichever connection is free first.</summary>
    /// <exception cref="JournalUnavailableException">The tables could not be read.</exception>
    Task<T> ReadAsync<T>(Func<IReadSession, T> read, CancellationToken cancellationToken);
}
