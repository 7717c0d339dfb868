namespace SupplyChain.Tenants;

/// <summary>A tenant.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Quotas">How much it may use.</param>
/// <param name="CreatedAt">When it was made; null for the home tenant, which is there from the beginning.</param>
/// <param name="Version">How many events it has had, 0 for a home tenant that was never named.</param>
[GenerateSerializer, Immutable, Alias("tenant-details")]
public sealed record TenantDetails(
    [property: Id(0)] TenantId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] TenantQuotas Quotas,
    [property: Id(3)] DateTimeOffset? CreatedAt,
    [property: Id(4)] long Version);
