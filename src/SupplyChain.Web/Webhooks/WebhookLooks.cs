using SupplyChain.Planner;

namespace SupplyChain.Webhooks;

/// <summary>How webhooks and attempts to deliver are shown.</summary>
internal static class WebhookLooks
{
    /// <summary>Whether a webhook delivers.</summary>
    public static Look Of(WebhookDetails hook, DateTimeOffset now) => hook switch
    {
        { Status: WebhookStatus.Disabled } => new("Disabled", "st-rejected", "bad"),
        { Status: WebhookStatus.Paused } => new("Paused", "st-cancelled", "idle"),
        { FailingSince: { } since } => new($"Failing for {Words.Age(now - since)}", "pr-atrisk", "warn"),
        _ => new("Delivers", "st-delivered", "good"),
    };

    /// <summary>What came of an attempt.</summary>
    public static Look Of(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Delivered => new("Delivered", "st-delivered", "good"),
        DeliveryStatus.GivenUp => new("Given up", "st-rejected", "bad"),
        _ => new("Not taken", "pr-atrisk", "warn"),
    };
}
