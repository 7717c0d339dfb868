using Orleans.Concurrency;
using SupplyChain.Journal.ReadModels;
using SupplyChain.Operations;

namespace SupplyChain.Network;

/// <summary>Answers questions about many warehouses.</summary>
[GrainType("network-queries"), StatelessWorker, Reentrant]
public sealed class NetworkQueriesGrain(IReadModels readModels) : Grain, INetworkQueriesGrain
{
    /// <inheritdoc/>
    public Task<Page<WarehouseDetails>> Warehouses(PageQuery page) =>
        Queries.Run(() => readModels.WarehousesAsync(this.GetPrimaryKeyString(), page));
}
