using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Imports;

/// <summary>What a whole file asks for.</summary>
/// <param name="Rows">Data rows in the file.</param>
/// <param name="Products">The products it names, by SKU.</param>
/// <param name="Warehouses">The warehouses it names.</param>
/// <param name="Orders">Its orders, in the order in which they begin.</param>
public sealed record ImportPlan(
    int Rows,
    IReadOnlyDictionary<Sku, PutProduct> Products,
    IReadOnlyDictionary<WarehouseId, PutWarehouse> Warehouses,
    IReadOnlyList<ImportOrder> Orders);
