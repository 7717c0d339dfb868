using SupplyChain.Tables;

namespace SupplyChain.Webhooks;

/// <summary>Webhooks: they are asked themselves; what stopped is an exception.</summary>
internal sealed class WebhookReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => Webhook.Kind;

    /// <inheritdoc/>
    public IStreamProjection Projection(ProjectionParts parts) =>
        new WebhookProjection(parts.Journal, parts.Exceptions, parts.CachedStates);
}
