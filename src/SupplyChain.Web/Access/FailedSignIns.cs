using System.Threading.RateLimiting;

namespace SupplyChain.Access;

/// <summary>
/// Slows down who tries keys: from one address ten may fail at once, and then one in three seconds; each further
/// failure is answered a second later. Who shows a key that is accepted is never slowed, whatever else comes from the
/// same address, such as that of a proxy.
/// </summary>
internal sealed class FailedSignIns(TimeProvider time) : IDisposable
{
    private const int AtOnce = 10;
    private static readonly TimeSpan RefillInterval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FailureDelay = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> _failures = PartitionedRateLimiter.Create<string, string>(
        from => RateLimitPartition.GetTokenBucketLimiter(from, _ => new()
        {
            TokenLimit = AtOnce, TokensPerPeriod = 1, ReplenishmentPeriod = RefillInterval, QueueLimit = 0,
            AutoReplenishment = true,
        }));

    /// <summary>A credential from an address was not accepted.</summary>
    public Task FailAsync(string from)
    {
        using var lease = _failures.AttemptAcquire(from);
        return lease.IsAcquired ? Task.CompletedTask : Task.Delay(FailureDelay, time);
    }

    /// <inheritdoc/>
    public void Dispose() => _failures.Dispose();
}
