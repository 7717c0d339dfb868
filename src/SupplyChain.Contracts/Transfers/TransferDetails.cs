using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>The answer to a command about a transfer.</summary>
[GenerateSerializer, Immutable, Alias("transfer-reply")]
public sealed record TransferReply : Reply<TransferDetails>;

/// <summary>A transfer of stock between two warehouses.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">How far it is.</param>
/// <param name="From">The source.</param>
/// <param name="To">The destination.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">The date it is wanted at the destination; null when none.</param>
/// <param name="RequestedAt">When it was requested.</param>
/// <param name="Lines">Its products and where their units are.</param>
/// <param name="Shipments">The shipments its goods travel with, the first released first.</param>
/// <param name="Receipts">What arrived, the first recorded first.</param>
/// <param name="CancelReason">Why it was cancelled; null when it was not.</param>
/// <param name="Version">Its version.</param>
[GenerateSerializer, Immutable, Alias("transfer-details")]
public sealed record TransferDetails(
    [property: Id(0)] TransferId Id,
    [property: Id(1)] TransferStatus Status,
    [property: Id(2)] WarehouseId From,
    [property: Id(3)] WarehouseId To,
    [property: Id(4)] int Priority,
    [property: Id(5)] DateOnly? RequestedBy,
    [property: Id(6)] DateTimeOffset RequestedAt,
    [property: Id(7)] Items<TransferLineDetails> Lines,
    [property: Id(8)] Items<TransferShipmentDetails> Shipments,
    [property: Id(9)] Items<TransferReceiptDetails> Receipts,
    [property: Id(10)] string? CancelReason,
    [property: Id(11)] long Version);

/// <summary>
/// Where the units of a line are: quantity = waiting + reserved + released + shipped + cancelled, and what was shipped
/// is in transit, was received or is short. What was received beyond that is over.
/// </summary>
/// <param name="Line">Its number.</param>
/// <param name="Sku">The product.</param>
/// <param name="Quantity">Units requested.</param>
/// <param name="Waiting">Units that wait for stock at the source.</param>
/// <param name="Reserved">Units reserved there that no shipment takes yet.</param>
/// <param name="Released">Units in shipments that have not left.</param>
/// <param name="Shipped">Units that left the source.</param>
/// <param name="InTransit">Units of these that neither arrived nor were found missing.</param>
/// <param name="Received">Units that arrived.</param>
/// <param name="Short">Units that left and were found missing at a final receipt.</param>
/// <param name="Over">Units that arrived beyond what left.</param>
/// <param name="Cancelled">Units that will not go.</param>
[GenerateSerializer, Immutable, Alias("transfer-line-details")]
public sealed record TransferLineDetails(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] long Waiting,
    [property: Id(4)] long Reserved,
    [property: Id(5)] long Released,
    [property: Id(6)] long Shipped,
    [property: Id(7)] long InTransit,
    [property: Id(8)] long Received,
    [property: Id(9)] long Short,
    [property: Id(10)] long Over,
    [property: Id(11)] long Cancelled);

/// <summary>A shipment of a transfer, as the transfer knows it.</summary>
/// <param name="Id">The shipment's number.</param>
/// <param name="Left">Whether its goods have left the source.</param>
/// <param name="LeftAt">When; null when they have not, or when that is unknown.</param>
/// <param name="Units">What it carries.</param>
[GenerateSerializer, Immutable, Alias("transfer-shipment-details")]
public sealed record TransferShipmentDetails(
    [property: Id(0)] ShipmentId Id,
    [property: Id(1)] bool Left,
    [property: Id(2)] DateTimeOffset? LeftAt,
    [property: Id(3)] long Units);

/// <summary>A receipt at the destination.</summary>
/// <param name="Id">Its number within the transfer.</param>
/// <param name="OccurredAt">When the goods arrived; null when unknown.</param>
/// <param name="Lines">What arrived.</param>
/// <param name="Short">What was found missing with it.</param>
/// <param name="PutAway">Whether it is on hand at the destination.</param>
[GenerateSerializer, Immutable, Alias("transfer-receipt-details")]
public sealed record TransferReceiptDetails(
    [property: Id(0)] ReceiptId Id,
    [property: Id(1)] DateTimeOffset? OccurredAt,
    [property: Id(2)] Items<ReceiveTransferLine> Lines,
    [property: Id(3)] Items<ReceiveTransferLine> Short,
    [property: Id(4)] bool PutAway);

/// <summary>How far a transfer is: the first that fits, from the last to the first.</summary>
[GenerateSerializer, Alias("transfer-status")]
public enum TransferStatus
{
    /// <summary>No unit is reserved; all that is open waits for stock at the source.</summary>
    Waiting = 0,

    /// <summary>Units are reserved and others wait.</summary>
    PartiallyReserved = 1,

    /// <summary>Every open unit is reserved.</summary>
    Reserved = 2,

    /// <summary>Units are in a shipment that has not left.</summary>
    Released = 3,

    /// <summary>Units have left the source and have not arrived.</summary>
    InTransit = 4,

    /// <summary>Units arrived, and others have still to leave.</summary>
    PartiallyReceived = 5,

    /// <summary>Nothing is open: every unit was received, is short or was cancelled.</summary>
    Received = 6,

    /// <summary>Every unit was cancelled.</summary>
    Cancelled = 7,
}

/// <summary>What a status says.</summary>
public static class TransferStatuses
{
    /// <summary>Whether units wait, are reserved, or are in transit.</summary>
    public static bool IsOpen(this TransferStatus status) =>
        status is not (TransferStatus.Received or TransferStatus.Cancelled);
}
