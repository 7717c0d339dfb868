using System.Collections.Frozen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupplyChain.Tenants;

/// <summary>
/// Looks every second at what tenants with quotas have used; without such tenants it does nothing. While the read
/// tables do not answer, what was known last holds.
/// </summary>
internal sealed partial class QuotaWatch(
    TenantDirectory tenants, Quotas quotas, IReadModels readModels, TimeProvider time, ILogger<QuotaWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    /// <summary>Looks now.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        if (tenants.Bounded is not { } bounded)
        {
            quotas.Known = null;
            return;
        }
        var today = UsageDays.Of(time.GetUtcNow());
        var used = await readModels.UsedAsync(today, cancellationToken);
        quotas.Known = bounded.ToFrozenDictionary(tenant => tenant.Key, tenant => new Quotas.Bounds(
            tenant.Value, today, used.GetValueOrDefault(tenant.Key).Orders, used.GetValueOrDefault(tenant.Key).Bytes));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception passing) when (passing is not OperationCanceledException)
            {
                Failed(log, passing.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What tenants have used could not be read: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
