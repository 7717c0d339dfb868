using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A line as it was ordered and is stored.</summary>
/// <param name="Line">Its number, unique in the order.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="Warehouse">The only warehouse it may come from; null for any.</param>
/// <param name="RequestedBy">Requested delivery date: the latest day wanted, when it differs from the order's.</param>
/// <param name="Value">The line's value.</param>
public sealed record OrderedLine(
    int Line,
    Sku Sku,
    long Quantity,
    WarehouseId? Warehouse = null,
    DateOnly? RequestedBy = null,
    Money? Value = null)
{
    /// <summary>A line of the command.</summary>
    public static OrderedLine Of(PlaceOrderLine line) =>
        new(line.Line, line.Sku, line.Quantity, line.Warehouse, line.RequestedBy, line.Value);
}
