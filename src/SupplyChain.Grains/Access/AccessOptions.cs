namespace SupplyChain.Access;

/// <summary>Who is let in where keys are asked for.</summary>
public sealed record AccessOptions
{
    /// <summary>Whose keys are accepted.</summary>
    public TenantId Tenant { get; init; } = "demo";

    /// <summary>Whether every call shows a token; in Development none does.</summary>
    internal bool AreKeysRequired { get; init; }
}
