using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupplyChain.Access;

/// <summary>Reports every minute which keys were used at this silo.</summary>
internal sealed partial class KeyUseReports(
    KeyDirectory keys, IGrainFactory grains, TimeProvider time, ILogger<KeyUseReports> log)
    : BackgroundService
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(ReportInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (tenant, uses) in keys.TakeUses())
                await ReportAsync(tenant, uses);
        }
    }

    private async Task ReportAsync(TenantId tenant, Items<KeyUse> uses)
    {
        try
        {
            await grains.GetGrain<IKeyUseActor>(GrainKey.Of(tenant, IKeyRingGrain.Id)).Remember(uses);
        }
        catch (Exception passing) when (passing is not OperationCanceledException)
        {
            Failed(log, passing.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "When keys were used could not be reported: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
