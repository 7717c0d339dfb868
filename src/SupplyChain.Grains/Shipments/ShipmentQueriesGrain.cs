using Orleans.Concurrency;
using SupplyChain.Journal.ReadModels;
using SupplyChain.Operations;

namespace SupplyChain.Shipments;

/// <summary>Answers questions about many shipments.</summary>
[GrainType("shipment-queries"), StatelessWorker, Reentrant]
public sealed class ShipmentQueriesGrain(IReadModels readModels, PastStates past) : Grain, IShipmentQueriesGrain
{
    /// <inheritdoc/>
    public Task<ShipmentDetails?> AsOf(ShipmentId id, AsOf then) => Queries.Run(async () =>
        await past.ReadAsync<Shipment, ShipmentEvent>(
            new(this.GetPrimaryKeyString(), Shipment.Kind, id.Value), then) is ({ } shipment, _)
            ? shipment.Details(id)
            : null);

    /// <inheritdoc/>
    public Task<Page<ShipmentSummary>> List(ListShipments query) =>
        Queries.Run(() => readModels.ShipmentsAsync(this.GetPrimaryKeyString(), query.Query, query.Page));
}
