namespace SupplyChain.Operations;

/// <summary>Which streams still have something to finish, of every tenant.</summary>
public interface IDueWork
{
    /// <summary>The oldest first, at most <paramref name="limit"/>; of one sort of work only, or of both.</summary>
    Task<IReadOnlyList<DueWork>> ReadAsync(
        int limit, UnfinishedWork? only = null, CancellationToken cancellationToken = default);

    /// <summary>Those of one tenant, the oldest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<DueWork>> OldestAsync(
        TenantId tenant, int limit, CancellationToken cancellationToken = default);

    /// <summary>How many there are, of every tenant or of one.</summary>
    Task<long> CountAsync(TenantId? tenant = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Completes as soon as new <see cref="UnfinishedWork.Handover"/> work can be read, at once when some arrived since
    /// the last wait. For one waiter.
    /// </summary>
    Task WaitAsync(CancellationToken cancellationToken = default);
}
