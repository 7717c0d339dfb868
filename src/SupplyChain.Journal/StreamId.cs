namespace SupplyChain.Journal;

/// <summary>The stream of one actor.</summary>
public readonly record struct StreamId(TenantId Tenant, string Kind, string Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Tenant}/{Kind}/{Id}";
}
