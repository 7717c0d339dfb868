namespace SupplyChain.Inventory;

/// <summary>Adjustments: one that was recorded goes on until its stock item is changed.</summary>
internal sealed class AdjustmentAggregate(IGrainFactory grains) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Adjustment.Kind;

    /// <inheritdoc/>
    public Task ResumeAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        grains.GetGrain<IAdjustmentActor>(GrainKey.Of(tenant, id)).Resume();
}
