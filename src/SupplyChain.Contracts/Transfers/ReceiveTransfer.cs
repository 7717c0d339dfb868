using SupplyChain.Inventory;

namespace SupplyChain.Transfers;

/// <summary>
/// Goods of the transfer arrived at the destination. Recording the same again changes nothing; receipts add up.
/// </summary>
/// <param name="Id">The receipt's number within the transfer.</param>
/// <param name="Lines">How much arrived of these lines; none means everything in transit.</param>
/// <param name="Final">Nothing more is expected of what is in transit: what is missing is recorded as short.</param>
/// <param name="OccurredAt">When it arrived.</param>
[GenerateSerializer, Immutable, Alias("receive-transfer")]
public sealed record ReceiveTransfer(
    [property: Id(0)] ReceiptId Id,
    [property: Id(1)] Items<ReceiveTransferLine> Lines = default,
    [property: Id(2)] bool Final = false,
    [property: Id(3)] OccurredAt OccurredAt = default);

/// <summary>Units of a line that arrived, 0 to 1,000,000,000; more than is in transit is recorded as over.</summary>
[GenerateSerializer, Immutable, Alias("receive-transfer-line")]
public sealed record ReceiveTransferLine([property: Id(0)] int Line, [property: Id(1)] long Quantity);

/// <summary>What a receipt of a transfer may say.</summary>
public static class ReceiveTransferValidation
{
    /// <summary>The faulty fields; none when the receipt makes sense by itself.</summary>
    /// <param name="command">The receipt.</param>
    /// <param name="now">The clock its <c>occurredAt</c> is held against.</param>
    public static Items<Fault> Validate(this ReceiveTransfer command, DateTimeOffset now)
    {
        var faults = new FaultList();
        faults.Id("id", command.Id);
        faults.OccurredAt(command.OccurredAt, now);
        if (command.Lines.Count == 0)
            return faults.All;
        faults.Count("lines", command.Lines.Count);
        var seen = new HashSet<int>();
        for (var index = 0; index < command.Lines.Count; index++)
        {
            faults.Enter("lines", index);
            faults.Line("line", command.Lines[index].Line, seen);
            faults.Range("quantity", command.Lines[index].Quantity, 0, Limits.MaxQuantity);
            faults.Leave();
        }

        return faults.All;
    }
}
