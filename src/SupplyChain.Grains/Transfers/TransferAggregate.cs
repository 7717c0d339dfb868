namespace SupplyChain.Transfers;

/// <summary>Transfers: one that was interrupted goes on from what it recorded.</summary>
internal sealed class TransferAggregate(IGrainFactory grains) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Transfer.Kind;

    /// <inheritdoc/>
    public Task ResumeAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        grains.GetGrain<ITransferActor>(GrainKey.Of(tenant, id)).Resume();
}
