using SupplyChain.Access;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>Questions about many shipments; keyed by tenant.</summary>
[GrainInterfaceType("shipment-queries"), Alias("shipment-queries"), Needs(Permission.Read), Scoped(Scope.ByEntity)]
public interface IShipmentQueriesGrain : IGrainWithStringKey
{
    /// <summary>A shipment as it was then; null when there was none.</summary>
    [Alias("as-of")] Task<ShipmentDetails?> AsOf(ShipmentAsOf query);

    /// <summary>A shipment's events; null when there is no such shipment.</summary>
    [Alias("history")] Task<Page<HistoryEntry>?> History(ListShipmentHistory query);

    /// <summary>Lists shipments.</summary>
    [Alias("list"), Scoped(Scope.ByList)] Task<Page<ShipmentSummary>> List(ListShipments query);

    /// <summary>Counts what such a list has.</summary>
    [Alias("count"), Scoped(Scope.ByList)] Task<ShipmentCounts> Count(CountShipments query);
}
