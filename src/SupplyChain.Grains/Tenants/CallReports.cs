using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupplyChain.Tenants;

/// <summary>
/// Reports every 10 s what this silo has counted, and learns what others have of tenants that have a quota of calls.
/// </summary>
internal sealed partial class CallReports(
    CallCounts counts, TenantDirectory tenants, IGrainFactory grains, TimeProvider time, ILogger<CallReports> log)
    : BackgroundService
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(10);

    private readonly string _silo = Guid.NewGuid().ToString("N");

    /// <summary>Reports now.</summary>
    internal async Task ReportAsync()
    {
        var today = UsageDays.Of(time.GetUtcNow());
        foreach (var tenant in tenants.Bounded?.Where(tenant => tenant.Value.CallsPerDay is not null) ?? [])
            counts.Of(tenant.Key, today);
        foreach (var tenant in counts.All(today).GroupBy(count => count.Tenant))
        {
            var bounded = tenants.Bounded?.ContainsKey(tenant.Key) == true;
            var told = tenant.Where(count => count.Count.Here != count.Count.Told || (bounded && count.Day == today))
                .Select(count => (count.Day, count.Count, count.Count.Here)).ToArray();
            if (told.Length > 0)
                await ReportAsync(tenant.Key, told);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(ReportInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await ReportAsync();
    }

    private async Task ReportAsync(TenantId tenant, (DateOnly Day, CallCount Count, long Here)[] told)
    {
        try
        {
            var all = await grains.GetGrain<IUsageActor>(GrainKey.Of(tenant, IUsageActor.Id)).Report(
                new(_silo, told.Select(count => new DayCalls(count.Day, count.Here)).ToItems()));
            foreach (var count in told)
            {
                count.Count.Learn(
                    count.Here, all.FirstOrDefault(day => day.Day == count.Day)?.Calls ?? count.Here);
            }
        }
        catch (Exception passing) when (passing is not OperationCanceledException)
        {
            Failed(log, tenant, passing.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The calls of {Tenant} could not be reported; they are next time: {Reason}")]
    private static partial void Failed(ILogger log, TenantId tenant, string reason);
}
