namespace SupplyChain.Operations;

/// <summary>Which streams still have something to finish, of every tenant.</summary>
public interface IDueWork
{
    /// <summary>The oldest first, at most <paramref name="limit"/>; of one sort of work only, or of both.</summary>
    Task<IReadOnlyList<DueWork>> ReadAsync(
        int limit, UnfinishedWork? only = null, CancellationToken cancellationToken = default);

    /// <summary>How many there are.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Completes as soon as new <see cref="UnfinishedWork.Handover"/> work can be read, at once when some arrived since
    /// the last wait. For one waiter.
    /// </summary>
    Task WaitAsync(CancellationToken cancellationToken = default);
}
