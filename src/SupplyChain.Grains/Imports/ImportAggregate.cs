namespace SupplyChain.Imports;

/// <summary>Imports: one that was interrupted goes on where it was.</summary>
internal sealed class ImportAggregate(IGrainFactory grains) : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => ImportJob.Kind;

    /// <inheritdoc/>
    public Task ResumeAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        grains.GetGrain<IImportActor>(GrainKey.Of(tenant, id)).Resume();
}
