using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;

namespace SupplyChain.Tenants;

/// <summary>
/// Counts what clients call, and refuses what is beyond a quota. What is used of orders and bytes is known from the
/// read tables and up to a second old (<see cref="QuotaWatch"/>), calls of other silos are up to 10 s old; so a quota
/// may be passed by as much as is done meanwhile. Calls of actors are neither counted nor refused.
/// </summary>
internal sealed class Quotas(CallCounts counts, QuotaMetrics metrics, TimeProvider time)
{
    private readonly ConcurrentDictionary<MethodInfo, Use> _uses = new();
    private volatile FrozenDictionary<TenantId, Bounds>? _bounds;

    /// <summary>What is known of tenants that have a quota; null while there is none.</summary>
    public FrozenDictionary<TenantId, Bounds>? Known
    {
        get => _bounds;
        set => _bounds = value;
    }

    /// <summary>Counts a client's call.</summary>
    /// <param name="tenant">Whose usage it is.</param>
    /// <param name="method">What is called.</param>
    /// <param name="actor">The actor that is called.</param>
    /// <exception cref="QuotaExceededException">It is beyond a quota.</exception>
    public void Admit(TenantId tenant, MethodInfo method, object? actor)
    {
        var use = _uses.GetOrAdd(method, UseOf);
        if (!use.IsCounted)
            return;
        var today = UsageDays.Of(time.GetUtcNow());
        var calls = counts.Of(tenant, today);
        if (_bounds is { } bounds && bounds.TryGetValue(tenant, out var bound))
            Refuse(tenant, bound, use, calls, today, actor);
        calls.Count();
    }

    private void Refuse(
        TenantId tenant, Bounds bounds, Use use, CallCount calls, DateOnly today, object? actor)
    {
        if (bounds.Quotas.CallsPerDay is { } most && calls.All >= most)
            throw Exceeded(tenant, Quota.CallsPerDay, most, today);
        if (use.Adds is not { } adds || actor is IKnowsItsPast { HasPast: true })
            return;
        if (adds == Quota.OrdersPerDay && bounds.Quotas.OrdersPerDay is { } orders && bounds.OrdersOn(today) >= orders)
            throw Exceeded(tenant, adds, orders, today);
        if (bounds.Quotas.Bytes is { } bytes && bounds.Bytes >= bytes)
            throw Exceeded(tenant, Quota.Bytes, bytes, today);
    }

    private QuotaExceededException Exceeded(TenantId tenant, Quota quota, long limit, DateOnly today)
    {
        metrics.Refused(tenant, quota);
        DateTimeOffset? end = quota == Quota.Bytes ? null : UsageDays.End(today);
        return new(Said(quota, limit, end), quota, limit, end);
    }

    private static string Said(Quota quota, long limit, DateTimeOffset? end) => quota switch
    {
        Quota.OrdersPerDay => FormattableString.Invariant(
            $"The quota of {limit:N0} new orders a day (ordersPerDay) is used up until {end:yyyy-MM-dd HH:mm} UTC."),
        Quota.CallsPerDay => FormattableString.Invariant(
            $"The quota of {limit:N0} calls a day (callsPerDay) is used up until {end:yyyy-MM-dd HH:mm} UTC."),
        _ => FormattableString.Invariant(
            $"The quota of {limit:N0} stored bytes (bytes) is used up; no new document is taken."),
    };

    private static Use UseOf(MethodInfo method) => new(
        method.DeclaringType!.Assembly == typeof(ITenantGrain).Assembly
            && method.DeclaringType.GetCustomAttribute<UncountedAttribute>() is null
            && method.GetCustomAttribute<UncountedAttribute>() is null,
        method.GetCustomAttribute<AddsAttribute>()?.Quota);

    /// <param name="IsCounted">Whether a client's call of the method is usage.</param>
    /// <param name="Adds">What it uses beside that; null: nothing.</param>
    private readonly record struct Use(bool IsCounted, Quota? Adds);

    /// <summary>What a tenant may use, and has used when it was looked at last.</summary>
    /// <param name="Quotas">How much it may use.</param>
    /// <param name="Day">The day that was looked at.</param>
    /// <param name="Orders">New orders of that day.</param>
    /// <param name="Bytes">Bytes of all time.</param>
    internal sealed record Bounds(TenantQuotas Quotas, DateOnly Day, long Orders, long Bytes)
    {
        /// <summary>New orders of a day; none of one that has just begun.</summary>
        public long OrdersOn(DateOnly day) => day == Day ? Orders : 0;
    }
}
