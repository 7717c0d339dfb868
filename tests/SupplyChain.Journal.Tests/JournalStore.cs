using Microsoft.Extensions.Time.Testing;

namespace SupplyChain.Journal;

/// <summary>One empty store, and what <see cref="JournalContract"/> has to be able to do to it from outside.</summary>
public abstract class JournalStore : IAsyncDisposable
{
    /// <summary>Cluster time of every journal opened here.</summary>
    public FakeTimeProvider Clock { get; } = new(Appending.Now);

    /// <summary>Opens a journal on the store; two at once are two writers that know nothing of each other.</summary>
    public abstract Task<IJournal> OpenAsync(int queuedEvents = 20_000);

    /// <summary>Closes a journal after committing what it has queued.</summary>
    public virtual async Task CloseAsync(IJournal journal) => await ((IAsyncDisposable)journal).DisposeAsync();

    /// <summary>
    /// Begins a transaction that inserts a row, and leaves it open until the returned function commits it.
    /// </summary>
    public abstract Task<Func<Task>> InsertWithoutCommittingAsync(JournaledEvent row);

    /// <summary>Makes the next commit of <see cref="TooLarge"/> fail, once.</summary>
    public abstract Task BreakNextWriteAsync(IJournal journal);

    /// <summary>An event that needs room on the disk.</summary>
    internal static NewEvent TooLarge() => Appending.Event(new string('x', 200_000));

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
