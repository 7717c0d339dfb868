namespace SupplyChain.Tenants;

/// <summary>Tenants: each of their decisions is finished at once.</summary>
internal sealed class TenantAggregate : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => RegisteredTenant.Kind;
}
