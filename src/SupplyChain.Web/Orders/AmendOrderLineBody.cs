using System.ComponentModel.DataAnnotations;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// New absolute values for a line, or a new line; what is absent stays. A number that the order does not have adds a
/// line: it needs a product and a quantity.
/// </summary>
[SchemaName("AmendOrderLine")]
public sealed record AmendOrderLineBody
{
    /// <summary>The line's number.</summary>
    [Range(1, Limits.MaxLineNumber)]
    public required int Line { get; init; }

    /// <summary>Units as the order shows them, cancelled ones included: a larger value orders the difference, a smaller
    /// one cuts it, 0 cancels what is open of the line. 0 to 1,000,000,000.</summary>
    [Range(0, Limits.MaxQuantity)]
    public long? Quantity { get; init; }

    /// <summary>Requested delivery date: the latest day wanted; null for the order's.</summary>
    public DateOnly? RequestedBy { get; init; }

    /// <summary>The product; of a line that exists only as it is.</summary>
    public Sku? Sku { get; init; }

    /// <summary>The only warehouse a new line may come from, null for any; of a line that exists only as it
    /// is.</summary>
    public WarehouseId? Warehouse { get; init; }

    /// <summary>What a new line is worth, null when that is not told; of a line that exists only as it is.</summary>
    public MoneyBody? Value { get; init; }

    internal static AmendOrderLine Read(BodyReader line)
    {
        line.NotNull("line", "quantity", "sku");
        return new(
            line.Small("line", required: !line.IsNull("line")) ?? 0,
            line.Whole("quantity"),
            line.Date("requestedBy"),
            line.IsNull("requestedBy"),
            line.Id<Sku>("sku"),
            line.Id<WarehouseId>("warehouse"),
            line.Money("value"),
            line.IsNull("warehouse"),
            line.IsNull("value"));
    }
}
