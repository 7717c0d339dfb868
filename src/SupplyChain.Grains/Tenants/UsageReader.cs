using SupplyChain.Operations;

namespace SupplyChain.Tenants;

/// <summary>Puts the usage of a tenant together: from the read tables, and the calls that silos have counted.</summary>
public sealed class UsageReader(
    IReadModels readModels, TenantDirectory tenants, IGrainFactory grains, TimeProvider time)
{
    /// <summary>What a tenant used day by day.</summary>
    /// <exception cref="UnavailableException">What is stored could not be read.</exception>
    public async Task<TenantUsage> ReadAsync(TenantId tenant, UsageQuery query)
    {
        var (from, to) = query.Days(UsageDays.Of(time.GetUtcNow()));
        var calls = await grains.GetGrain<IUsageActor>(GrainKey.Of(tenant, IUsageActor.Id)).All();
        var (stored, bytes) = await Queries.Run(() => readModels.UsageAsync(tenant, from, to));
        var days = stored.ToDictionary(day => day.Day);
        foreach (var day in calls.Where(day => day.Day >= from && day.Day < to))
        {
            days[day.Day] = (days.GetValueOrDefault(day.Day) ?? new(day.Day, 0, 0, 0, 0)) with { Calls = day.Calls };
        }
        return new(
            days.Values.OrderByDescending(day => day.Day).ToItems(), bytes,
            tenants.Bounded?.GetValueOrDefault(tenant) ?? TenantQuotas.None);
    }
}
