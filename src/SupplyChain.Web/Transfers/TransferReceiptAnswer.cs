using SupplyChain.Inventory;

namespace SupplyChain.Transfers;

/// <summary>A receipt of a transfer at its destination.</summary>
/// <param name="Id">Its number within the transfer.</param>
/// <param name="OccurredAt">When the goods arrived; null when unknown.</param>
/// <param name="Lines">What arrived.</param>
/// <param name="Short">What was found missing with it; none unless it was final.</param>
/// <param name="PutAway">Whether it is on hand at the destination.</param>
[SchemaName("TransferReceipt")]
public sealed record TransferReceiptAnswer(
    ReceiptId Id,
    DateTimeOffset? OccurredAt,
    Items<ReceivedLineAnswer> Lines,
    Items<ReceivedLineAnswer> Short,
    bool PutAway)
{
    internal static TransferReceiptAnswer Of(TransferReceiptDetails receipt) => new(
        receipt.Id,
        receipt.OccurredAt,
        receipt.Lines.Each(ReceivedLineAnswer.Of),
        receipt.Short.Each(ReceivedLineAnswer.Of),
        receipt.PutAway);
}
