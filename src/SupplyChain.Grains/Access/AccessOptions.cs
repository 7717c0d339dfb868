namespace SupplyChain.Access;

/// <summary>Who is let in where keys are asked for.</summary>
public sealed record AccessOptions
{
    /// <summary>
    /// The home tenant, which the cluster was begun with: its operators run the cluster, its administrators make the
    /// first keys of other tenants.
    /// </summary>
    public TenantId Tenant { get; init; } = "demo";

    /// <summary>Whether every call shows a token; in Development none does.</summary>
    internal bool AreKeysRequired { get; init; }
}
