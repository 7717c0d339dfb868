using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal;

namespace SupplyChain.Webhooks;

/// <summary>
/// Has every webhook of every tenant deliver, wherever it lived before: after a start, and when its silo is gone. Every
/// silo does it; a webhook that delivers already hears it and goes on.
/// </summary>
internal sealed partial class WebhookKeeper(
    IJournal journal, IGrainFactory grains, TimeProvider time, ILogger<WebhookKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan WakeInterval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(WakeInterval, time);
        do
        {
            try
            {
                foreach (var (stream, _) in await journal.HeadsAsync(Webhook.Kind, stoppingToken))
                    await grains.GetGrain<IWebhookActor>(GrainKey.Of(stream.Tenant, stream.Id)).Wake();
            }
            catch (Exception passing) when (passing is not OperationCanceledException)
            {
                Failed(log, passing.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Webhooks could not be woken: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
