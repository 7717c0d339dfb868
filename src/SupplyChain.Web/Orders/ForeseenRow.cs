using SupplyChain.Inventory;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>What would become of units of a demand, as it is shown.</summary>
internal sealed record ForeseenRow(DemandOwner Owner, int Line, Sku Sku, long Units, Look What);
