using System.Text.Json.Serialization;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Orders;

/// <summary>A shipment as its order knows it.</summary>
/// <param name="Plan">What was released.</param>
/// <param name="ReleasedAt">When it was released; null when unknown.</param>
/// <param name="State">How far it is.</param>
public sealed record OrderShipment(
    ReleasedShipment Plan,
    [property: JsonPropertyName("occurredAt")] DateTimeOffset? ReleasedAt,
    OrderShipmentState State)
{
    /// <summary>When it was delivered; null while it is not, or when unknown.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What became of its goods, per line.</summary>
    public Items<CarriedLine> Outcome { get; init; }

    /// <summary>When the last unit of a line arrived; reports of earlier versions know the shipment's date
    /// only.</summary>
    public DateTimeOffset? ArrivedAt(int line) => Outcome.Any(outcome => outcome.DeliveredAt is not null)
        ? Outcome.Where(outcome => outcome.Line == line).Max(outcome => outcome.DeliveredAt)
        : DeliveredAt;

    /// <summary>When its goods left.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    /// <summary>What the shipment has still to be told.</summary>
    public PendingFlag? Flag { get; init; }

    /// <summary>What of the order it was made or revised with.</summary>
    public ShipmentTerms? Terms { get; init; }

    /// <summary>Whether it could not be withdrawn: picking had begun, or it had left.</summary>
    public bool Stays { get; init; }

    /// <summary>How often the issue of its goods was reversed, because they had not left.</summary>
    [JsonPropertyName("returns")]
    public int Reversals { get; init; }

    /// <summary>Whether it was not cancelled.</summary>
    public bool IsLive => State != OrderShipmentState.Cancelled;

    /// <summary>Whether its goods are still in the warehouse.</summary>
    public bool Undispatched => State is OrderShipmentState.Planning or OrderShipmentState.Planned;
}
