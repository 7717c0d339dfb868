namespace SupplyChain.Inventory;

/// <summary>Products: each of their decisions is finished at once.</summary>
internal sealed class ProductAggregate : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => Product.Kind;
}
