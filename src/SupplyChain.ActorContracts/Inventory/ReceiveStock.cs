using SupplyChain.Transfers;

namespace SupplyChain.Inventory;

/// <summary>Units of a receipt line arrive in a stock item.</summary>
[GenerateSerializer, Immutable, Alias("receive-stock")]
public sealed record ReceiveStock(
    [property: Id(0)] ReceiptId Receipt,
    [property: Id(1)] int LineIndex,
    [property: Id(2)] long Quantity,
    [property: Id(3)] OccurredAt OccurredAt,
    [property: Id(4)] Repeat Repeat)
{
    /// <summary>The transfer whose goods they are; the receipt's number is one within it then.</summary>
    [Id(5)] public TransferId? Transfer { get; init; }
}
