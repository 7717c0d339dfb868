namespace SupplyChain.Demo;

/// <summary>How much of a product a warehouse likes to have.</summary>
/// <param name="Product">The product.</param>
/// <param name="Units">Units it is filled up to.</param>
internal sealed record StockTarget(Product Product, long Units)
{
    private const double Low = 0.35;

    /// <summary>Units at which it is filled up again.</summary>
    public long ReorderPoint => (long)(Units * Low);
}
