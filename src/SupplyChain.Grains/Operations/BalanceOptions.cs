namespace SupplyChain.Operations;

/// <summary>What this silo is to carry.</summary>
public sealed class BalanceOptions
{
    /// <summary>Whose warehouses it carries, and their stock; null: any warehouse's.</summary>
    public string? Region { get; init; }
}
