namespace SupplyChain.Inventory;

/// <summary>What can happen to a product.</summary>
public abstract record ProductEvent
{
    private ProductEvent() { }

    /// <summary>It was defined or replaced.</summary>
    [EventType("product.defined")]
    public sealed record Defined(
        string Description, string? Gtin, double? UnitWeightKg, double? UnitVolumeM3) : ProductEvent;
}
