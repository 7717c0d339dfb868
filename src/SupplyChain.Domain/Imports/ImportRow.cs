using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Imports;

/// <summary>What one row of a file says, as far as it can be read. A day without a value is unknown.</summary>
public sealed record ImportRow
{
    /// <summary>Its number; 1 is the first data row.</summary>
    public required int Number { get; init; }

    /// <summary>The order it belongs to.</summary>
    public required OrderId Order { get; init; }

    /// <summary>Its line there.</summary>
    public required int Line { get; init; }

    /// <summary>Who ordered.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Country { get; init; }

    /// <summary>What.</summary>
    public required Sku Sku { get; init; }

    /// <summary>The same in words.</summary>
    public required string ProductName { get; init; }

    /// <summary>Units.</summary>
    public required long Quantity { get; init; }

    /// <summary>The line's value.</summary>
    public Money? Value { get; init; }

    /// <summary>The day it was ordered.</summary>
    public DateOnly? Placed { get; init; }

    /// <summary>The day it was promised for.</summary>
    public DateOnly? Scheduled { get; init; }

    /// <summary>Where it has to come from.</summary>
    public WarehouseId? Warehouse { get; init; }

    /// <summary>The same in words.</summary>
    public string? WarehouseName { get; init; }

    /// <summary>The shipment it left with.</summary>
    public ShipmentId? Shipment { get; init; }

    /// <summary>The shipment's mode.</summary>
    public string? Mode { get; init; }

    /// <summary>Weight in kg.</summary>
    public double? WeightKg { get; init; }

    /// <summary>What the transport cost.</summary>
    public Money? Freight { get; init; }

    /// <summary>The day the shipment was delivered.</summary>
    public DateOnly? Delivered { get; init; }
}
