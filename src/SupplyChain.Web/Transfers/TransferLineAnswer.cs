using SupplyChain.Inventory;

namespace SupplyChain.Transfers;

/// <summary>
/// Where the units of a line are: quantity = waiting + reserved + released + shipped + cancelled, and what was shipped
/// is in transit, was received or is short. What was received beyond that is over.
/// </summary>
/// <param name="Line">Its number, from 1.</param>
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
[SchemaName("TransferLine")]
public sealed record TransferLineAnswer(
    int Line,
    Sku Sku,
    long Quantity,
    long Waiting,
    long Reserved,
    long Released,
    long Shipped,
    long InTransit,
    long Received,
    long Short,
    long Over,
    long Cancelled)
{
    internal static TransferLineAnswer Of(TransferLineDetails line) => new(
        line.Line,
        line.Sku,
        line.Quantity,
        line.Waiting,
        line.Reserved,
        line.Released,
        line.Shipped,
        line.InTransit,
        line.Received,
        line.Short,
        line.Over,
        line.Cancelled);
}
