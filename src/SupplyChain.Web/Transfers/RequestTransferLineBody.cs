using System.ComponentModel.DataAnnotations;
using SupplyChain.Inventory;

namespace SupplyChain.Transfers;

/// <summary>Units of a product that are to go.</summary>
public sealed record RequestTransferLineBody
{
    /// <summary>What.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Units, 1 to 1,000,000,000.</summary>
    [Range(1, Limits.MaxQuantity)]
    public required long Quantity { get; init; }

    internal static RequestTransferLine Read(BodyReader line) => new(
        line.Id<Sku>("sku", required: true).GetValueOrDefault(),
        line.Whole("quantity", required: true) ?? 0);
}
