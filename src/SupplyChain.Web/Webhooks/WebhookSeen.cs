using System.Text.Json.Serialization;
using SupplyChain.Planner.Entities;

namespace SupplyChain.Webhooks;

/// <summary>Everything the page of a webhook shows.</summary>
/// <param name="Hook">The webhook, without its secret.</param>
/// <param name="Attempts">The newest attempts, the newest first; or of those that failed alone.</param>
/// <param name="At">When it was read.</param>
public sealed record WebhookSeen(WebhookDetails Hook, Items<DeliveryAttempt> Attempts, DateTimeOffset At) : ISeen
{
    /// <summary>The most attempts.</summary>
    public const int MaxAttempts = 100;

    /// <inheritdoc/>
    [JsonIgnore]
    public string EntityId => Hook.Id.Value;
}
