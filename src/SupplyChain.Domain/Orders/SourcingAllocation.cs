using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Units of one line from one warehouse.</summary>
/// <param name="Line">The line number.</param>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">The chosen warehouse.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="Arrival">When they arrive; unknown without both locations.</param>
/// <param name="Why">Why this warehouse.</param>
public sealed record SourcingAllocation(
    int Line, Sku Sku, WarehouseId Warehouse, long Quantity, DateOnly? Arrival, AllocationReason Why);
