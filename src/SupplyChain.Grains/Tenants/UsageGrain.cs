using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace SupplyChain.Tenants;

/// <summary>
/// The calls of a tenant. They are no decision, so they are in Orleans' grain storage and not in the journal; a silo
/// that dies takes those of its last 10 s with it.
/// </summary>
[GrainType("usage")]
public sealed class UsageGrain(
    [FromKeyedServices("Default")] IGrainStorage storage, TimeProvider time, ILogger<UsageGrain> log)
    : Grain, IUsageActor
{
    private StoredState<CountedCalls> Stored => field ??= new(storage, "usage", this.GetGrainId(), log);

    /// <inheritdoc/>
    public async Task<Items<DayCalls>> Report(CallReport report)
    {
        var known = await Stored.ReadAsync();
        var counted = known.With(report, UsageDays.Of(time.GetUtcNow()));
        if (counted != known)
            await Stored.WriteAsync(counted);
        return counted.Days.Where(day => report.Days.Any(reported => reported.Day == day.Day)).ToItems();
    }

    /// <inheritdoc/>
    public async Task<Items<DayCalls>> All() => (await Stored.ReadAsync()).Days;
}

/// <summary>The days by which usage is counted.</summary>
internal static class UsageDays
{
    /// <summary>The day of a time, UTC.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>When a day is over.</summary>
    public static DateTimeOffset End(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
}
