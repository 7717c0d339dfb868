using Orleans.Concurrency;
using SupplyChain.Journal.ReadModels;
using SupplyChain.Operations;

namespace SupplyChain.Shipments;

/// <summary>Answers questions about many shipments.</summary>
[GrainType("shipment-queries"), StatelessWorker, Reentrant]
public sealed class ShipmentQueriesGrain(IReadModels readModels) : Grain, IShipmentQueriesGrain
{
    /// <inheritdoc/>
    public Task<Page<ShipmentSummary>> List(ListShipments query) =>
        Queries.Run(() => readModels.ShipmentsAsync(this.GetPrimaryKeyString(), query.Query, query.Page));
}
