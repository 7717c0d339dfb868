namespace SupplyChain.Network;

/// <summary>Questions about many warehouses; keyed by tenant.</summary>
[GrainInterfaceType("network-queries"), Alias("network-queries")]
public interface INetworkQueriesGrain : IGrainWithStringKey
{
    /// <summary>Lists warehouses by id.</summary>
    [Alias("warehouses")] Task<Page<WarehouseDetails>> Warehouses(PageQuery page);
}
