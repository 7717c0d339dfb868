using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>Tells whether the warehouses and products that a document names are defined.</summary>
public sealed class MasterData(IGrainFactory grains, NetworkMap map)
{
    /// <summary>The faults of a document: what it names that is not defined, by where it names it.</summary>
    public async Task<Items<Fault>> UnknownAsync(
        TenantId tenant, IEnumerable<(string Pointer, WarehouseId Warehouse)> warehouses,
        IEnumerable<(string Pointer, Sku Sku)> products)
    {
        var faults = new List<Fault>();
        foreach (var (pointer, warehouse) in warehouses)
        {
            if (await map.FindAsync(tenant, warehouse) is null)
            {
                faults.Add(new(pointer, FaultCodes.UnknownWarehouse, $"There is no warehouse {warehouse}."));
            }
        }
        foreach (var (pointer, sku) in products)
        {
            if (await grains.GetGrain<IProductGrain>(GrainKey.Of(tenant, sku)).Get() is null)
            {
                faults.Add(new(pointer, FaultCodes.UnknownSku, $"There is no product {sku}."));
            }
        }
        return faults.ToItems();
    }
}
