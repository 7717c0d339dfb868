using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A warehouse that may supply a product, as far as availability knows.</summary>
/// <param name="Warehouse">The warehouse, at most once per product.</param>
/// <param name="Available">Units that can be reserved.</param>
/// <param name="Rationed">Whether the stock is kept for lines that wait already.</param>
/// <param name="Open">Whether the warehouse is open.</param>
public readonly record struct StockCandidate(WarehouseId Warehouse, long Available, bool Rationed, bool Open);
