using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>A shipment in a list.</summary>
[GenerateSerializer, Immutable, Alias("shipment-summary")]
public sealed record ShipmentSummary(
    [property: Id(0)] ShipmentId Id,
    [property: Id(1)] OrderId Order,
    [property: Id(2)] WarehouseId Warehouse,
    [property: Id(3)] string Mode,
    [property: Id(4)] string? Carrier,
    [property: Id(5)] string? TrackingNumber,
    [property: Id(6)] ShipmentStatus Status,
    [property: Id(7)] ShipmentExceptionDetails? Exception,
    [property: Id(8)] Eta Eta,
    [property: Id(9)] DateOnly? Promise,
    [property: Id(10)] long Version)
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "id", "order", "warehouse", "mode", "carrier", "trackingNumber", "status", "exception", "eta",
        "promise", "version",
    ];
}
