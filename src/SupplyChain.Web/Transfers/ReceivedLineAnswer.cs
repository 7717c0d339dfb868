namespace SupplyChain.Transfers;

/// <summary>Units of a line of a transfer that arrived, or that were found missing.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">Units.</param>
[SchemaName("ReceivedLine")]
public sealed record ReceivedLineAnswer(int Line, long Quantity)
{
    internal static ReceivedLineAnswer Of(ReceiveTransferLine line) => new(line.Line, line.Quantity);
}
