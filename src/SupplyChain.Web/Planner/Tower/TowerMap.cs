using SupplyChain.Network;
using SupplyChain.Planner.Map;
using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>What of the control tower stands on its map, worked out once for all viewers.</summary>
/// <param name="Points">Warehouses and shipments.</param>
/// <param name="Unplaced">Shipments whose place is unknown.</param>
public sealed record TowerMap(IReadOnlyList<MapPoint> Points, int Unplaced)
{
    /// <summary>Nothing is on it.</summary>
    public static TowerMap Empty { get; } = new([], 0);

    /// <summary>Where they are.</summary>
    public static TowerMap Of(
        IReadOnlyDictionary<WarehouseId, WarehouseDetails> warehouses, IReadOnlyList<ShipmentSummary> shipments)
    {
        var placed = shipments.Select(one => Point(warehouses, one)).OfType<MapPoint>().ToArray();
        return new([.. warehouses.Values.Select(Site).OfType<MapPoint>(), .. placed], shipments.Count - placed.Length);
    }

    /// <summary>Whether it takes nothing in.</summary>
    public static bool IsClosed(WarehouseDetails warehouse) => warehouse.Status == WarehouseStatus.Closed;

    private static MapPoint? Site(WarehouseDetails warehouse) =>
        GeoPoint.Of(warehouse.Longitude, warehouse.Latitude) is { } place
            ? new($"site/{warehouse.Id}", IsClosed(warehouse) ? MapMark.ClosedSite : MapMark.Site, place)
            : null;

    private static MapPoint? Point(
        IReadOnlyDictionary<WarehouseId, WarehouseDetails> warehouses, ShipmentSummary shipment)
    {
        if (!warehouses.TryGetValue(shipment.Warehouse, out var site)
            || GeoPoint.Of(site.Longitude, site.Latitude) is not { } from)
        {
            return null;
        }
        var to = GeoPoint.Of(shipment.ShipTo?.Longitude, shipment.ShipTo?.Latitude);
        // What is nowhere on its way is where it starts; what has left for a place without coordinates is nowhere.
        if (to is null && shipment.Status >= ShipmentStatus.Dispatched)
            return null;
        return new(
            shipment.Id.Value, TowerWords.Mark(shipment), from,
            to is { } there ? new Journey(from, there, shipment.DispatchedAt, shipment.Eta.At) : null);
    }
}
