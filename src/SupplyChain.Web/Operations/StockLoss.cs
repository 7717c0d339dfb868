using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Operations;

/// <summary>A movement that took units away which were reserved.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="Entry">The movement, as the ledger has it.</param>
/// <param name="Reason">Why, as the report says.</param>
public sealed record StockLoss(Sku Sku, WarehouseId Warehouse, LedgerEntry Entry, string? Reason);
