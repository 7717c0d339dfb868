namespace SupplyChain.Access;

/// <summary>Whether callers have to show who they are.</summary>
public sealed record AccessOptions
{
    /// <summary>Whether a call without a token is refused; false in Development, on loopback alone.</summary>
    public bool Required { get; init; }

    /// <summary>Whose keys are accepted.</summary>
    public TenantId Tenant { get; init; } = "demo";
}
