using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>A page of a stock item's ledger as it was shown.</summary>
/// <param name="Warehouse">Where.</param>
/// <param name="After">Where the page begins; null for the newest.</param>
/// <param name="Page">Its entries, newest first.</param>
public sealed record LedgerSeen(WarehouseId Warehouse, string? After, Page<LedgerEntry> Page);
