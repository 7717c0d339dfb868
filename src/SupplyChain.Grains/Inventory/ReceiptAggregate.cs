namespace SupplyChain.Inventory;

/// <summary>Receipts: one that was recorded goes on until its stock items have its goods.</summary>
internal sealed class ReceiptAggregate(IGrainFactory grains) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Receipt.Kind;

    /// <inheritdoc/>
    public Task ResumeAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        grains.GetGrain<IReceiptActor>(GrainKey.Of(tenant, id)).Resume();
}
