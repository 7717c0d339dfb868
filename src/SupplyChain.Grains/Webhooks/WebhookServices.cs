using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using SupplyChain.Events;

namespace SupplyChain.Webhooks;

/// <summary>What every webhook's actor needs beside what journaled actors do.</summary>
public sealed partial class WebhookServices(
    EventFeed feed, WebhookSecrets secrets, WebhookSender sender, WebhookOptions options,
    WebhookMetrics metrics, [FromKeyedServices("Default")] IGrainStorage storage, ILogger<WebhookServices> log)
{
    /// <summary>Where events come from.</summary>
    public EventFeed Feed => feed;

    /// <summary>What they are signed with.</summary>
    public WebhookSecrets Secrets => secrets;

    /// <summary>What posts them.</summary>
    public WebhookSender Sender => sender;

    /// <summary>Where to, and how much at once.</summary>
    public WebhookOptions Options => options;

    /// <summary>What a monitoring system is told.</summary>
    public WebhookMetrics Metrics => metrics;

    /// <summary>Where it is kept how far one is.</summary>
    internal StoredState<T> Stored<T>(string name, Grain webhook) where T : class, new() =>
        new(storage, name, webhook.GetGrainId(), log);

    /// <summary>Tells of trouble that passes, or has another activation go on.</summary>
    public void Failed(string webhook, Exception trouble) => Failed(log, webhook, trouble.Message);

    [LoggerMessage(LogLevel.Warning, "{Webhook} could not go on delivering: {Reason}")]
    private static partial void Failed(ILogger log, string webhook, string reason);
}
