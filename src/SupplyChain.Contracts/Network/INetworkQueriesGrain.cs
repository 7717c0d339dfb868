using SupplyChain.Access;

namespace SupplyChain.Network;

/// <summary>Questions about many warehouses; keyed by tenant.</summary>
[GrainInterfaceType("network-queries"), Alias("network-queries"), Needs(Permission.Read), Scoped(Scope.ByList)]
public interface INetworkQueriesGrain : IGrainWithStringKey
{
    /// <summary>Lists warehouses by id.</summary>
    [Alias("warehouses")] Task<Page<WarehouseDetails>> Warehouses(PageQuery page);

    /// <summary>Lists warehouses with their figures.</summary>
    [Alias("summary")] Task<Page<WarehouseSummary>> Summary(ListWarehouseSummary query);

    /// <summary>What a warehouse has to do, and what it did.</summary>
    [Alias("load"), Scoped(Scope.ByEntity)] Task<WarehouseLoad> Load(WarehouseLoadQuery query);
}
