using Orleans.Concurrency;
using SupplyChain.Inventory;
using SupplyChain.Operations;

namespace SupplyChain.Network;

/// <summary>Answers questions about many warehouses.</summary>
[GrainType("network-queries"), StatelessWorker, Reentrant]
public sealed class NetworkQueriesGrain(IReadModels readModels, IBusinessClock business)
    : Grain, INetworkQueriesGrain
{
    private const int DaysBefore = 13;

    private TenantId Tenant => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<Page<WarehouseDetails>> Warehouses(PageQuery page) =>
        Queries.Run(() => readModels.WarehousesAsync(Tenant, page, CallContext.Scope));

    /// <inheritdoc/>
    public Task<Page<WarehouseSummary>> Summary(ListWarehouseSummary query) =>
        Queries.Run(() => readModels.WarehouseSummaryAsync(Tenant, query.Query, query.Page, CallContext.Scope));

    /// <inheritdoc/>
    public Task<WarehouseLoad> Load(WarehouseLoadQuery query)
    {
        var to = query.To ?? DateOnly.FromDateTime(business.Now.UtcDateTime);
        var from = query.From ?? to.AddDays(-Math.Min(DaysBefore, to.DayNumber));
        if (!CallContext.Scope.Includes(query.Warehouse))
        {
            return Task.FromResult(new WarehouseLoad(query.Warehouse, 0, 0, 0, 0, 0, 0, 0, [], []));
        }
        return Queries.Run(() => readModels.WarehouseLoadAsync(Tenant, query.Warehouse, (from, to)));
    }
}
