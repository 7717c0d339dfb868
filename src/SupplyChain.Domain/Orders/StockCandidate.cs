using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A warehouse that may supply a product, as far as availability knows.</summary>
/// <param name="Warehouse">The warehouse, at most once per product.</param>
/// <param name="Supplies">Units that can be reserved, and when.</param>
/// <param name="Rationed">Whether the stock is kept for lines that wait already.</param>
/// <param name="Open">Whether the warehouse is open.</param>
public readonly record struct StockCandidate(WarehouseId Warehouse, Supplies Supplies, bool Rationed, bool Open);
