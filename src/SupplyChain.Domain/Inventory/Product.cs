using static SupplyChain.Inventory.ProductEvent;

namespace SupplyChain.Inventory;

/// <summary>A product: master data, replaced as a whole.</summary>
public sealed record Product : IAggregate<Product, ProductEvent>
{
    /// <inheritdoc/>
    public static string Kind => "product";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static Product Initial { get; } = new();

    /// <summary>What is known of it; null before it was defined.</summary>
    public Defined? Profile { get; init; }

    /// <summary>Its version.</summary>
    public long Version { get; init; }

    /// <summary>Defines or replaces it; the same again changes nothing.</summary>
    public static Decision<ProductEvent> Decide(Product product, PutProduct command)
    {
        var defined = new Defined(command.Description, command.Gtin, command.UnitWeightKg, command.UnitVolumeM3);
        return product.Profile == defined ? [] : [defined];
    }

    /// <inheritdoc/>
    public static Product Evolve(Product state, ProductEvent @event, DateTimeOffset recordedAt) =>
        new() { Profile = (Defined)@event, Version = state.Version + 1 };

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Product state) => SupplyChain.UnfinishedWork.None;

    /// <summary>The product as clients see it; null before it was defined.</summary>
    public ProductDetails? Details(Sku sku) => Profile is not { } known
        ? null
        : new(sku, known.Description, known.Gtin, known.UnitWeightKg, known.UnitVolumeM3, Version);
}
