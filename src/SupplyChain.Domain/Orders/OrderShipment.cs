using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>A shipment as its order knows it.</summary>
public sealed record OrderShipment(
    ReleasedShipment Plan, DateTimeOffset? OccurredAt, OrderShipmentState State)
{
    /// <summary>When it was delivered; null while it is not, or when unknown.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What became of its goods, per line.</summary>
    public Items<ShipmentLine> Outcome { get; init; }

    /// <summary>When its goods left.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    /// <summary>What the shipment has still to be told.</summary>
    public FlagShipment? Flag { get; init; }

    /// <summary>Whether its goods are still in the warehouse.</summary>
    public bool Undispatched => State is OrderShipmentState.Planning or OrderShipmentState.Planned;
}
