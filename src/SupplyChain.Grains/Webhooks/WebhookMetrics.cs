using System.Diagnostics.Metrics;

namespace SupplyChain.Webhooks;

/// <summary>Counts what webhooks deliver, under the meter <c>SupplyChain.Webhooks</c>.</summary>
public sealed class WebhookMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SupplyChain.Webhooks";

    private readonly Counter<long> _attempts;

    /// <summary>Makes the instruments.</summary>
    public WebhookMetrics(IMeterFactory meters) => _attempts = meters.Create(MeterName).CreateCounter<long>(
        "supplychain.webhooks.attempts", "{attempt}", "Attempts to deliver an event to a webhook, by what came of it.");

    /// <summary>An event was posted.</summary>
    public void Attempted(DeliveryStatus status) => _attempts.Add(
        1, new KeyValuePair<string, object?>("outcome", status switch
        {
            DeliveryStatus.Delivered => "delivered",
            DeliveryStatus.GivenUp => "given-up",
            _ => "failed",
        }));
}
