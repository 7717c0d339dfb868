using System.Text.Json.Serialization;
using SupplyChain.Inventory;

namespace SupplyChain.Transfers;

/// <summary>A line of a transfer. Its reserved and shipped units are the transfer's reservations.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">Units requested.</param>
public sealed record TransferLine(int Line, Sku Sku, long Quantity)
{
    /// <summary>Units that wait for stock at the source.</summary>
    public long Waiting { get; init; }

    /// <summary>Units that will not go.</summary>
    public long Cancelled { get; init; }

    /// <summary>Units that arrived.</summary>
    public long Received { get; init; }

    /// <summary>Units that left and are not expected any more.</summary>
    public long Short { get; init; }

    /// <summary>Rises whenever the queue of the product has to hear of the line.</summary>
    public int Ticket { get; init; }

    /// <summary>The newest ticket that the queue has taken.</summary>
    public int QueuedTicket { get; init; }

    /// <summary>The highest number of a grant that was taken over or given back.</summary>
    public int GrantSeen { get; init; }

    /// <summary>So many units wait now; the queue has to hear of it.</summary>
    public TransferLine Wait(long units) => this with { Waiting = units, Ticket = Ticket + 1 };
}

/// <summary>Units of a line that are reserved at the source, or have left it.</summary>
/// <param name="Key">The reservation.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">Units.</param>
public sealed record TransferReservation(ReservationKey Key, Sku Sku, long Quantity)
{
    /// <summary>The shipment they go with, if any.</summary>
    public Shipments.ShipmentId? Shipment { get; init; }

    /// <summary>Whether they have left.</summary>
    public bool HasLeft { get; init; }
}

/// <summary>A shipment as its transfer knows it.</summary>
public sealed record TransferShipment(TransferEvent.Released Plan, TransferShipmentState State)
{
    /// <summary>When its goods left; null while they have not, or when unknown.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>How often the issue of its goods was reversed, because they had not left.</summary>
    [JsonPropertyName("returns")]
    public int Reversals { get; init; }

    /// <summary>Units it has lost and has still to be told of.</summary>
    public Items<ReservationLoss> Lost { get; init; }

    /// <summary>Whether it knows that all has arrived.</summary>
    public bool ArrivalReported { get; init; }
}

/// <summary>How far a shipment is, as its transfer knows it.</summary>
public enum TransferShipmentState
{
    /// <summary>The transfer wants it; it may not exist yet.</summary>
    Planning = 0,

    /// <summary>It exists.</summary>
    Planned = 1,

    /// <summary>Its goods have left.</summary>
    Left = 2,

    /// <summary>It was cancelled.</summary>
    Cancelled = 3,
}

/// <summary>A receipt at the destination.</summary>
public sealed record TransferReceipt(TransferEvent.Received Document, bool PutAway);
