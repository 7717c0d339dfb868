namespace SupplyChain.Webhooks;

/// <summary>
/// Webhooks: each of their decisions is finished at once; <see cref="WebhookKeeper"/> has them deliver.
/// </summary>
internal sealed class WebhookAggregate : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Webhook.Kind;
}
