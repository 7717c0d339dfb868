namespace SupplyChain.Tenants;

/// <summary>Tenants: each silo knows them all, and each is asked itself.</summary>
internal sealed class TenantReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => RegisteredTenant.Kind;
}
