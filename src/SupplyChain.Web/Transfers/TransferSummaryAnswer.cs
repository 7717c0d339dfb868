using SupplyChain.Network;

namespace SupplyChain.Transfers;

/// <summary>A transfer in a list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">How far it is.</param>
/// <param name="From">The source.</param>
/// <param name="To">The destination.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="RequestedBy">The date it is wanted at the destination; null when none.</param>
/// <param name="RequestedAt">When it was requested.</param>
/// <param name="Lines">How many products.</param>
/// <param name="Units">Units requested.</param>
/// <param name="Waiting">Units that wait for stock at the source.</param>
/// <param name="Reserved">Units reserved there, in shipments that have not left or in none yet.</param>
/// <param name="InTransit">Units on their way.</param>
/// <param name="Received">Units that arrived.</param>
/// <param name="Short">Units found missing.</param>
/// <param name="Over">Units that arrived beyond what left.</param>
/// <param name="Version">Its version.</param>
[SchemaName("TransferSummary")]
public sealed record TransferSummaryAnswer(
    TransferId Id,
    TransferStatus Status,
    WarehouseId From,
    WarehouseId To,
    int Priority,
    DateOnly? RequestedBy,
    DateTimeOffset RequestedAt,
    long Lines,
    long Units,
    long Waiting,
    long Reserved,
    long InTransit,
    long Received,
    long Short,
    long Over,
    long Version)
{
    internal static TransferSummaryAnswer Of(TransferSummary transfer) => new(
        transfer.Id,
        transfer.Status,
        transfer.From,
        transfer.To,
        transfer.Priority,
        transfer.RequestedBy,
        transfer.RequestedAt,
        transfer.Lines,
        transfer.Units,
        transfer.Waiting,
        transfer.Reserved,
        transfer.InTransit,
        transfer.Received,
        transfer.Short,
        transfer.Over,
        transfer.Version);
}
