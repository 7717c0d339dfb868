namespace SupplyChain.Operations;

/// <summary>
/// How many exceptions there are, for all viewers of this process: each question is asked at most once
/// a second, and not at all without viewers.
/// </summary>
public sealed class ExceptionTally(SupplyChainClient chain, TimeProvider time)
{
    private const int MaxCachedCounts = 200;
    private static readonly TimeSpan CacheRetention = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<ListExceptions, (DateTimeOffset At, Task<ExceptionCount> Count)> _known = [];

    /// <summary>What a planner has to look at now.</summary>
    public static ListExceptions Open { get; } = new(ExceptionStatus.Open, null, new(), Snoozed: false);

    /// <summary>Whether an event may change how many there are.</summary>
    public static bool Concerns(PublishedEvent @event) =>
        @event.Subject.Split('/')[0] is "order" or "shipment" or "warehouse" or "import" or "exception";

    /// <summary>How many match.</summary>
    public Task<ExceptionCount> CountAsync(ListExceptions query)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_known.TryGetValue(query, out var known) && now - known.At < CacheRetention && !known.Count.IsFaulted)
                return known.Count;
            if (_known.Count >= MaxCachedCounts)
                _known.Clear();
            // Not with the first viewer's token: when that viewer leaves, the others still wait.
            var count = chain.Exceptions.CountAsync(query, CancellationToken.None);
            _known[query] = (now, count);
            return count;
        }
    }
}
