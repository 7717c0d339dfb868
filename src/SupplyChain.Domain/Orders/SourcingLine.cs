using System.Collections.Immutable;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>What one order line still needs.</summary>
/// <param name="Line">The line number, unique in the problem.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">Units to source, at least 1.</param>
public sealed record SourcingLine(int Line, Sku Sku, long Quantity)
{
    /// <summary>The only warehouse the customer accepts, if the line names one.</summary>
    public WarehouseId? Pinned { get; init; }

    /// <summary>When the units must have arrived; without a date every arrival is on time.</summary>
    public DateOnly? Scheduled { get; init; }

    /// <summary>Weight of one unit in kilograms; a product has one weight, so lines of one SKU agree.</summary>
    public double? UnitWeightKg { get; init; }

    /// <summary>If set, the only warehouses the line may use (one that may not be split keeps its first).</summary>
    public ImmutableHashSet<WarehouseId>? OnlyFrom { get; init; }
}
