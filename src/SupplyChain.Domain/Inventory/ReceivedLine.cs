namespace SupplyChain.Inventory;

/// <summary>Units of a product that arrived with a receipt, as they are stored.</summary>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units, at least 1.</param>
public sealed record ReceivedLine(Sku Sku, long Quantity)
{
    /// <summary>A line of the command.</summary>
    public static ReceivedLine Of(ReceiptLine line) => new(line.Sku, line.Quantity);

    /// <summary>The line as callers see it.</summary>
    public ReceiptLine ToContract() => new(Sku, Quantity);
}
