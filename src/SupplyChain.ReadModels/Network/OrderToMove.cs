using SupplyChain.Inventory;
using SupplyChain.Orders;

namespace SupplyChain.Network;

/// <summary>An order that has to leave a closed warehouse.</summary>
/// <param name="Order">The order.</param>
/// <param name="Skus">The products of its lines: only orders that share none can be moved at the same time.</param>
public sealed record OrderToMove(OrderId Order, IReadOnlyList<Sku> Skus);
