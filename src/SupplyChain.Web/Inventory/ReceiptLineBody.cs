using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Inventory;

/// <summary>Units of a product that arrived.</summary>
public sealed record ReceiptLineBody
{
    /// <summary>What.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Units, 1 to 1,000,000,000.</summary>
    [Range(1, Limits.MaxQuantity)]
    public required long Quantity { get; init; }

    internal static ReceiptLine Read(BodyReader line) => new(
        line.Id<Sku>("sku", required: true).GetValueOrDefault(),
        line.Whole("quantity", required: true) ?? 0);
}
