using SupplyChain.Inventory;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>What would become of units of a line, as it is shown.</summary>
internal sealed record ForeseenRow(OrderId Order, int Line, Sku Sku, long Units, Look What);
