using Orleans.Concurrency;
using SupplyChain.Operations;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>Answers questions about many shipments.</summary>
[GrainType("shipment-queries"), StatelessWorker, Reentrant]
public sealed class ShipmentQueriesGrain(
    IReadModels readModels, IBusinessClock business, PastStates past, Histories histories)
    : Grain, IShipmentQueriesGrain
{
    private TenantId Tenant => this.GetPrimaryKeyString();

    private DateOnly Today => DateOnly.FromDateTime(business.Now.Date);

    /// <inheritdoc/>
    public Task<ShipmentDetails?> AsOf(ShipmentAsOf query) => Queries.Run(async () =>
        await past.ReadAsync<Shipment, ShipmentEvent>(
            new(Tenant, Shipment.Kind, query.Id.Value), query.Then) is { } shipment
            ? shipment.Details(query.Id)
            : null);

    /// <inheritdoc/>
    public Task<Page<HistoryEntry>?> History(ListShipmentHistory query) => Queries.Run(() =>
        histories.ReadAsync(new(Tenant, Shipment.Kind, query.Shipment.Value), query.Page));

    /// <inheritdoc/>
    public Task<Page<ShipmentSummary>> List(ListShipments query) =>
        Queries.Run(() => readModels.ShipmentsAsync(Tenant, query.Query, query.Page, Today));

    /// <inheritdoc/>
    public Task<ShipmentCounts> Count(CountShipments query) =>
        Queries.Run(() => readModels.CountShipmentsAsync(Tenant, query.Query, Today));
}
