using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Planner;
using SupplyChain.Planner.Entities;
using SupplyChain.Planner.Map;

namespace SupplyChain.Shipments;

/// <summary>Everything the page of a shipment shows.</summary>
/// <param name="Shipment">The shipment.</param>
/// <param name="Order">The order it belongs to; null when it could not be read, or belongs to a transfer.</param>
/// <param name="From">Where it leaves; null when that warehouse was not made known.</param>
/// <param name="Products">What its products are, by SKU.</param>
/// <param name="History">Its events, newest first; none while the present is shown.</param>
/// <param name="At">When it was read.</param>
/// <param name="To">The warehouse it goes to, when it belongs to a transfer.</param>
public sealed record ShipmentSeen(
    ShipmentDetails Shipment,
    OrderDetails? Order,
    WarehouseDetails? From,
    IReadOnlyDictionary<string, string> Products,
    IReadOnlyList<HistoryEntry> History,
    DateTimeOffset At,
    WarehouseDetails? To = null) : IHasPast
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string EntityId => Shipment.Id.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public long Version => Shipment.Version;

    /// <inheritdoc/>
    public Look Told(HistoryEntry entry) => ShipmentStory.Of(entry.Type, EventData.Of(entry.Data)).Title;

    /// <summary>Who it belongs to.</summary>
    [JsonIgnore]
    public DemandOwner Owner => Shipment.Owner;

    /// <summary>Where it goes, in words.</summary>
    [JsonIgnore]
    public string Destination => To?.Name ?? (Order is { } order ? OrderWords.Place(order.ShipTo) : "unknown");

    /// <summary>What people call the warehouse.</summary>
    public string Site => From?.Name ?? Shipment.Warehouse.Value;

    /// <summary>Where it begins and ends; null when one of the places is not known.</summary>
    [JsonIgnore]
    public (GeoPoint From, GeoPoint To)? Way =>
        GeoPoint.Of(From?.Longitude, From?.Latitude) is { } from
        && GeoPoint.Of(To?.Longitude ?? Order?.ShipTo.Longitude, To?.Latitude ?? Order?.ShipTo.Latitude) is { } to
            ? (from, to)
            : null;

    /// <summary>Whether it can still be cancelled and follows its order.</summary>
    public bool IsInWarehouse => Shipment.Status < ShipmentStatus.Dispatched;

    /// <summary>Whether units are still to arrive.</summary>
    public bool IsOpen => Shipment.Status != ShipmentStatus.Cancelled && !ShipmentLooks.IsThere(Shipment);
}
