using System.Collections.Concurrent;

namespace SupplyChain.Tenants;

/// <summary>Counts the calls of clients that this silo lets in, by tenant and day.</summary>
internal sealed class CallCounts
{
    private readonly ConcurrentDictionary<(TenantId Tenant, DateOnly Day), CallCount> _counts = new();

    /// <summary>What is counted of a tenant on a day.</summary>
    public CallCount Of(TenantId tenant, DateOnly day) => _counts.GetOrAdd((tenant, day), _ => new());

    /// <summary>What is counted of every tenant, on days that are not long over; the others are forgotten.</summary>
    /// <param name="today">Today, UTC.</param>
    public IReadOnlyList<(TenantId Tenant, DateOnly Day, CallCount Count)> All(DateOnly today)
    {
        foreach (var key in _counts.Keys.Where(key => key.Day < today.AddDays(-1)))
            _counts.TryRemove(key, out _);
        return [.. _counts.Select(count => (count.Key.Tenant, count.Key.Day, count.Value))];
    }
}

/// <summary>The calls of a tenant on a day: those that were counted here, and what other silos have told.</summary>
internal sealed class CallCount
{
    private long _here;
    private long _elsewhere;

    /// <summary>How many were counted here.</summary>
    public long Here => Interlocked.Read(ref _here);

    /// <summary>How many were counted here when it was told last.</summary>
    public long Told { get; private set; }

    /// <summary>How many there are, as far as is known here.</summary>
    public long All => Here + Interlocked.Read(ref _elsewhere);

    /// <summary>One more.</summary>
    public void Count() => Interlocked.Increment(ref _here);

    /// <summary>What was counted here was told.</summary>
    /// <param name="told">How many that was.</param>
    /// <param name="all">How many there are in all silos together.</param>
    public void Learn(long told, long all)
    {
        Told = told;
        Interlocked.Exchange(ref _elsewhere, Math.Max(0, all - told));
    }
}
