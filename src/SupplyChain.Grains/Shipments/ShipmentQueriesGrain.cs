using Orleans.Concurrency;
using SupplyChain.Journal;
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
            new(Tenant, Shipment.Kind, query.Id.Value), query.Then) is { } shipment && IsSeen(shipment)
            ? shipment.Details(query.Id)
            : null);

    /// <inheritdoc/>
    public Task<Page<HistoryEntry>?> History(ListShipmentHistory query) => Queries.Run(async () =>
    {
        var stream = new StreamId(Tenant, Shipment.Kind, query.Shipment.Value);
        return !CallContext.Scope.IsLimited
            || await past.ReadAsync<Shipment, ShipmentEvent>(stream, SupplyChain.AsOf.AtVersion(1)) is { } shipment
                && IsSeen(shipment)
            ? await histories.ReadAsync(stream, query.Page)
            : null;
    });

    /// <inheritdoc/>
    public Task<Page<ShipmentSummary>> List(ListShipments query) =>
        Queries.Run(() => readModels.ShipmentsAsync(Tenant, query.Query, query.Page, Today, CallContext.Scope));

    /// <inheritdoc/>
    public Task<ShipmentCounts> Count(CountShipments query) =>
        Queries.Run(() => readModels.CountShipmentsAsync(Tenant, query.Query, Today, CallContext.Scope));

    /// <summary>Whether it leaves from a warehouse of the caller, which never changes.</summary>
    private static bool IsSeen(Shipment shipment) =>
        !CallContext.Scope.IsLimited || shipment.Plan is { } plan && CallContext.Scope.Includes(plan.Warehouse);
}
