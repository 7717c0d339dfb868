using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SupplyChain.Network;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Transfers;

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
/// <param name="CancelReason">Why it was cancelled; absent when it was not.</param>
/// <param name="Version">How many events it has had, from 1; its ETag.</param>
[SchemaName("TransferDetails")]
public sealed record TransferAnswer(
    TransferId Id,
    TransferStatus Status,
    WarehouseId From,
    WarehouseId To,
    [property: Range(Limits.HighestPriority, Limits.LowestPriority)] int Priority,
    DateOnly? RequestedBy,
    DateTimeOffset RequestedAt,
    [property: MaxLength(Limits.MaxLines)] Items<TransferLineAnswer> Lines,
    Items<TransferShipmentAnswer> Shipments,
    Items<TransferReceiptAnswer> Receipts,
    [property: MaxLength(Limits.MaxText), JsonIgnore(Condition = WhenWritingNull)] string? CancelReason,
    long Version) : EntityAnswer, IVersioned
{
    internal static TransferAnswer Of(TransferDetails transfer) => new(
        transfer.Id,
        transfer.Status,
        transfer.From,
        transfer.To,
        transfer.Priority,
        transfer.RequestedBy,
        transfer.RequestedAt,
        transfer.Lines.Each(TransferLineAnswer.Of),
        transfer.Shipments.Each(TransferShipmentAnswer.Of),
        transfer.Receipts.Each(TransferReceiptAnswer.Of),
        transfer.CancelReason,
        transfer.Version);
}
