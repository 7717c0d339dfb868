using System.ComponentModel.DataAnnotations;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>One line of a new order.</summary>
[SchemaName("PlaceOrderLine")]
public sealed record PlaceOrderLineBody
{
    /// <summary>The line's number, 1 to 999,999,999, unique in the order.</summary>
    [Range(1, Limits.MaxLineNumber)]
    public required int Line { get; init; }

    /// <summary>What.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Units, 1 to 1,000,000,000.</summary>
    [Range(1, Limits.MaxQuantity)]
    public required long Quantity { get; init; }

    /// <summary>Pins the line to one warehouse.</summary>
    public WarehouseId? Warehouse { get; init; }

    /// <summary>Requested delivery date: the latest day wanted, when it differs from the order's.</summary>
    public DateOnly? RequestedBy { get; init; }

    /// <summary>The line's value.</summary>
    public MoneyBody? Value { get; init; }

    internal static PlaceOrderLine Read(BodyReader line) => new(
        line.Small("line", required: true) ?? 0,
        line.Id<Sku>("sku", required: true).GetValueOrDefault(),
        line.Whole("quantity", required: true) ?? 0,
        line.Id<WarehouseId>("warehouse"),
        line.Date("requestedBy"),
        line.Money("value"));
}
